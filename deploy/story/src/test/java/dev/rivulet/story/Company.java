package dev.rivulet.story;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** A tenant of the running stack, by its public APIs. */
record Company(RunningStack stack, String tenant) {

    RequestSpecification as(String... roles) {
        return given().header("Authorization", stack.bearer(tenant, roles)).contentType(ContentType.JSON);
    }

    /** The id of what is created. */
    String created(String role, String url, String body) {
        return as(role).body(body).post(url).then().statusCode(201).extract().path("id");
    }

    /** Takes a step with a thing as it is now. */
    ValidatableResponse step(String role, String thing, String step, String body) {
        var version = as(role).get(thing).then().statusCode(200).extract().header("ETag");
        return as(role).header("If-Match", version)
                .body(body)
                .post(thing + "/" + step)
                .then();
    }

    void step(String role, String thing, String step) {
        var version = as(role).get(thing).then().statusCode(200).extract().header("ETag");
        as(role).header("If-Match", version).post(thing + "/" + step).then().statusCode(200);
    }

    JsonPath read(String role, String url) {
        return as(role).get(url).then().statusCode(200).extract().jsonPath();
    }
}

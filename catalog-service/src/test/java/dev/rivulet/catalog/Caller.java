package dev.rivulet.catalog;

import static io.restassured.RestAssured.given;

import dev.rivulet.local.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A user of one tenant with a role, and the things such a user makes. */
public record Caller(String tenant, String role) {

    /** Of a tenant nobody has used yet. */
    public static Caller as(String role) {
        return new Caller("t-" + UUID.randomUUID(), role);
    }

    public Caller inRole(String other) {
        return new Caller(tenant, other);
    }

    public RequestSpecification http() {
        return given().header("Authorization", Tokens.bearer(tenant, role));
    }

    public Response get(String path) {
        return http().get(path);
    }

    public Response post(String path, String body) {
        return http().contentType("application/json").body(body).post(path);
    }

    public Response patch(String path, String version, String body) {
        return http().contentType("application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                // As bytes, because REST Assured takes a text of this media type for ISO 8859-1.
                .body(body.getBytes(StandardCharsets.UTF_8))
                .patch(path);
    }

    /** A transition, on the version that a fresh read shows. */
    public Response advance(String path, String transition) {
        return http().header("If-Match", get(path).header("ETag")).post(path + "/" + transition);
    }

    /** A transition with a body, on the version that a fresh read shows. */
    public Response advance(String path, String transition, String body) {
        return http().contentType("application/json")
                .header("If-Match", get(path).header("ETag"))
                .body(body)
                .post(path + "/" + transition);
    }

    public String created(String path, String body) {
        return post(path, body).then().statusCode(201).extract().path("id");
    }

    public String product() {
        return created("/products", Bodies.product());
    }

    /** A new product: nothing about it is proved. */
    public String idea() {
        return created("/products", "{\"name\": \"Idea\", \"kind\": \"SAAS\", \"status\": \"IDEA\"}");
    }

    /** Signs for evidence that is not there. */
    public void waive(String product, String gate) {
        inRole("admin").created("/products/" + product + "/waivers", Bodies.waiver(gate));
    }

    public String release(String product) {
        return created("/releases", Bodies.release(product));
    }

    public String segment() {
        return created("/segments", Bodies.segment());
    }

    public String proposition(String product, String segment) {
        return created("/value-propositions", Bodies.proposition(product, segment));
    }

    /** A proposition through review and approval. */
    public String approved(String product, String segment) {
        return approve(proposition(product, segment));
    }

    /** Takes a draft proposition through review and approval. */
    public String approve(String proposition) {
        advance("/value-propositions/" + proposition, "reviews").then().statusCode(200);
        advance("/value-propositions/" + proposition, "approvals").then().statusCode(200);
        return proposition;
    }

    public String competitor() {
        return created("/competitors", Bodies.competitor());
    }

    public String battlecard(String competitor, String product) {
        return created("/battlecards", Bodies.battlecard(competitor, product));
    }

    public String caseStudy(String product, String segment) {
        return created("/case-studies", Bodies.caseStudy(product, segment));
    }

    public String plan(String product) {
        return created("/plans", Bodies.plan(product, "49.00"));
    }
}

package dev.rivulet.kit.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.rivulet.local.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "kit"))
class OpenApiTest {

    @Test
    void shouldRequireWhatAnAnswerAlwaysHolds() {
        schemas()
                .body("NoteView.required", contains("id", "version", "title", "price", "createdAt"))
                .body("PageNoteView.required", contains("items"))
                .body(
                        "DeadLetter.required",
                        contains(
                                "id",
                                "consumer",
                                "topic",
                                "partition",
                                "offset",
                                "key",
                                "eventId",
                                "eventType",
                                "reason"));
    }

    @Test
    void shouldNotRequireWhatIsLeftOutWhenEmpty() {
        schemas().body("Problem.required", contains("type", "title", "status", "detail", "code"));
    }

    @Test
    void shouldRequireNothingOfAPatchAtAnyDepth() {
        schemas()
                .body("NoteRequest.required", contains("title", "price"))
                .body("Money.required", contains("amount", "currency"))
                .body("NoteRequestPatch", not(hasKey("required")))
                .body("NoteRequestPatch.properties.price.'$ref'", equalTo("#/components/schemas/MoneyPatch"))
                .body("MoneyPatch", not(hasKey("required")));
    }

    private static ValidatableResponse schemas() {
        return given().queryParam("format", "JSON")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .rootPath("components.schemas");
    }
}

package dev.rivulet.catalog.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.catalog.Bodies;
import dev.rivulet.catalog.Caller;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReleaseResourceTest {

    private final Caller sales = Caller.as("sales");
    private final String account = UUID.randomUUID().toString();
    private final String feedback = UUID.randomUUID().toString();

    @Test
    void shouldDraftAndReadARelease() {
        var product = sales.product();
        sales.post("/products/" + product + "/features", Bodies.feature("report"))
                .then()
                .statusCode(201);
        var created = sales.post("/releases", full(product));
        created.then().statusCode(201).header("ETag", "\"0\"").body("status", equalTo("DRAFT"));
        sales.inRole("success")
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .body("productId", equalTo(product))
                .body("title", equalTo("Weekly report"))
                .body("notes", equalTo("Managers see **who practised**."))
                .body("features", contains("report"))
                .body("requesters[0].accountId", equalTo(account))
                .body("requesters[0].feedbackId", equalTo(feedback))
                .body("requesters[1].feedbackId", nullValue())
                .body("announcedAt", nullValue());
    }

    @Test
    void shouldChangeADraftAndAnnounceItForGood() {
        var path = "/releases/" + sales.release(sales.product());
        sales.patch(path, "0", "{\"title\": \"Report\", \"requesters\": [{\"accountId\": \"" + account + "\"}]}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("Report"))
                .body("features", empty());
        sales.patch(path, "0", "{}").then().statusCode(412);
        sales.http().post(path + "/announcements").then().statusCode(428);
        sales.advance(path, "announcements")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("status", equalTo("ANNOUNCED"))
                .body("announcedAt", notNullValue())
                .body("announcedBy", equalTo("sales@" + sales.tenant()));
        sales.patch(path, "2", "{\"title\": \"x\"}").then().statusCode(409).body("code", equalTo("release-announced"));
        sales.advance(path, "announcements").then().statusCode(409).body("code", equalTo("release-announced"));
        sales.get(path).then().body("title", equalTo("Report"));
    }

    @Test
    void shouldAnnounceOnceOfTwoAtTheSameMoment() throws Exception {
        var path = "/releases/" + sales.release(sales.product());
        Callable<Integer> announce = () -> sales.http()
                .header("If-Match", "\"0\"")
                .post(path + "/announcements")
                .statusCode();
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(announce, announce));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void shouldFilterByProductAndStatus() {
        var product = sales.product();
        var draft = sales.release(product);
        var announced = sales.release(product);
        var other = sales.release(sales.product());
        sales.advance("/releases/" + announced, "announcements").then().statusCode(200);
        sales.get("/releases").then().body("items.id", contains(draft, announced, other));
        sales.get("/releases?productId=" + product).then().body("items.id", contains(draft, announced));
        sales.get("/releases?productId=" + product + "&status=ANNOUNCED").then().body("items.id", contains(announced));
        sales.get("/releases?status=GONE").then().statusCode(400);
    }

    @Test
    void shouldTouchOnlyFeaturesOfItsProduct() {
        var product = sales.product();
        sales.post("/products/" + sales.product() + "/features", Bodies.feature("report"))
                .then()
                .statusCode(201);
        sales.post("/releases", full(product))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/features/0"))
                .body("errors[0].code", equalTo("feature-unknown"));
        sales.post("/releases", Bodies.release(UUID.randomUUID().toString()))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/productId"));
        sales.post("/releases", Bodies.release(Caller.as("sales").product()))
                .then()
                .statusCode(422)
                .body("code", equalTo("product-unknown"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Weekly report"           | " "                                   | /title                   | value-missing
            "notes": "Managers see **who practised**." | "notes": null        | /notes                   | value-missing
            "title"                   | "features": "report", "title"         | /features                | wrong-type
            "title"                   | "features": [""], "title"             | /features/0              | value-missing
            "title"                   | "requesters": [{}], "title"           | /requesters/0/accountId  | value-missing
            "title"                   | "requesters": [null], "title"         | /requesters/0            | value-missing
            "title"                   | "requesters": [{"accountId": "x"}], "title" | /requesters/0/accountId | wrong-type
            "title"                   | "status": "ANNOUNCED", "title"        | /status                  | unknown-property
            """)
    void shouldPointAtWhatIsWrong(String right, String wrong, String pointer, String code) {
        sales.post("/releases", Bodies.release(sales.product()).replace(right, wrong))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    private String full(String product) {
        return Bodies.release(product).replace("\"title\"", """
                "features": ["report"], "requesters": [{"accountId": "%s", "feedbackId": "%s"}, {"accountId": "%s"}],
                "title\"""".formatted(account, feedback, UUID.randomUUID()));
    }
}

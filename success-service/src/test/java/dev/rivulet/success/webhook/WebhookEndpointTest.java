package dev.rivulet.success.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.rivulet.success.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WebhookEndpointTest {

    private static final String CRM = "/webhook-endpoints/crm";

    private final Caller success = Caller.fresh();
    private final Caller admin = success.inRole("admin");

    @Test
    void shouldShowASecretOnceForEachUrl() {
        admin.get(CRM).then().statusCode(404);
        var set = put("\"0\"", "https://crm.example/hook");
        set.then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("key", equalTo("crm"))
                .body("secret", startsWith("whsec_"));
        success.get(CRM)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("url", equalTo("https://crm.example/hook"))
                .body("secret", nullValue());
        put("\"1\"", "https://crm.example/hook")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("secret", nullValue());
        put("\"2\"", "https://crm.example/other")
                .then()
                .statusCode(200)
                .body("secret", startsWith("whsec_"))
                .body("secret", not(equalTo(set.<String>path("secret"))));
    }

    @Test
    void shouldChangeOnWhatWasReadOnly() {
        put(null, "https://crm.example/").then().statusCode(428);
        put("\"1\"", "https://crm.example/").then().statusCode(412);
        put("\"0\"", "https://crm.example/").then().statusCode(200);
        put("\"0\"", "https://crm.example/").then().statusCode(412);
        admin.http().delete(CRM).then().statusCode(428);
        admin.http().header("If-Match", "\"0\"").delete(CRM).then().statusCode(412);
        admin.http().header("If-Match", "\"1\"").delete(CRM).then().statusCode(204);
        admin.http().header("If-Match", "\"1\"").delete(CRM).then().statusCode(404);
        admin.get(CRM).then().statusCode(404);
    }

    @Test
    void shouldBeListedByKeyPageByPage() {
        for (var key : List.of("lms", "crm", "bi")) {
            admin.put("/webhook-endpoints/" + key, "\"0\"", "{\"url\":\"https://" + key + ".example/\"}")
                    .then()
                    .statusCode(200);
        }
        var first = success.get("/webhook-endpoints?limit=2");
        first.then().statusCode(200).header("Link", notNullValue()).body("items.secret", equalTo(nulls(2)));
        assertThat(first.<List<String>>path("items.key")).containsExactly("bi", "crm");
        success.get("/webhook-endpoints?limit=2&cursor=" + first.path("nextCursor"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].key", equalTo("lms"));
    }

    @Test
    void shouldBelongToTheAdministratorsOfItsTenant() {
        put("\"0\"", "https://crm.example/").then().statusCode(200);
        success.put(CRM, "\"1\"", "{\"url\":\"https://evil.example/\"}").then().statusCode(403);
        success.http().header("If-Match", "\"1\"").delete(CRM).then().statusCode(403);
        success.inRole("sales").get(CRM).then().statusCode(200);
        success.inRole("ops").get(CRM).then().statusCode(403);
        success.inRole("ops").get("/webhook-endpoints").then().statusCode(403);
        success.inRole("billing").get(CRM).then().statusCode(403);
        var stranger = Caller.fresh().inRole("admin");
        stranger.get(CRM).then().statusCode(404);
        stranger.get("/webhook-endpoints").then().body("items", hasSize(0));
        stranger.http().header("If-Match", "\"1\"").delete(CRM).then().statusCode(404);
        success.get(CRM).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://user@crm.example/",
                "ftp://crm.example/",
                "crm"
            })
    void shouldRefuseUrlsThatLeadInside(String url) {
        put("\"0\"", url)
                .then()
                .statusCode(400)
                .body("code", equalTo("webhook-url-refused"))
                .body("errors[0].pointer", equalTo("/url"));
        admin.get(CRM).then().statusCode(404);
    }

    @Test
    void shouldRefuseKeysThatAreNone() {
        admin.put("/webhook-endpoints/CRM!", "\"0\"", "{\"url\":\"https://crm.example/\"}")
                .then()
                .statusCode(400);
        admin.put(CRM, "\"0\"", "{}").then().statusCode(400);
    }

    private Response put(String etag, String url) {
        return admin.put(CRM, etag, "{\"url\":\"" + url + "\"}");
    }

    private static List<String> nulls(int count) {
        return Collections.nCopies(count, null);
    }
}

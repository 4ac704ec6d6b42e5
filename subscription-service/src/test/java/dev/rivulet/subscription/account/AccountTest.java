package dev.rivulet.subscription.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountTest {

    private final Shop shop = Shop.live();

    @Test
    void shouldOpenAndRead() {
        var opened = shop.as("sales")
                .body(Map.of(
                        "name", "ООО «Ромашка»", "zone", "Asia/Yekaterinburg", "currency", "RUB", "email", "a@b.ru"))
                .post("/accounts")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"");
        var id = Shop.id(opened);

        opened.header("Location", org.hamcrest.Matchers.endsWith("/accounts/" + id));
        shop.as("ops")
                .get("/accounts/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("name", equalTo("ООО «Ромашка»"))
                .body("zone", equalTo("Asia/Yekaterinburg"))
                .body("currency", equalTo("RUB"))
                .body("email", equalTo("a@b.ru"));
    }

    @Test
    void shouldOpenOnceForOneKey() {
        var body = Map.of("name", "Once", "zone", "UTC", "currency", "EUR");

        var first = shop.as("sales").header("Idempotency-Key", "k1").body(body).post("/accounts");
        var second = shop.as("sales").header("Idempotency-Key", "k1").body(body).post("/accounts");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        shop.as("sales")
                .header("Idempotency-Key", "k1")
                .body(Map.of("name", "Other", "zone", "UTC", "currency", "EUR"))
                .post("/accounts")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        shop.as("sales").get("/accounts").then().body("items", hasSize(1));
    }

    @Test
    void shouldChangeOnlyWhatThePatchNames() {
        var id = Shop.id(shop.as("sales")
                .body(Map.of("name", "Before", "zone", "UTC", "currency", "EUR", "email", "a@b.example"))
                .post("/accounts")
                .then());

        patch(id, "\"0\"", "{\"name\":\"After\",\"email\":null}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("After"))
                .body("email", nullValue())
                .body("zone", equalTo("UTC"));
    }

    @Test
    void shouldRefuseChangesOfAnotherVersionOrKind() {
        var id = shop.account();

        patch(id, null, "{\"name\":\"x\"}").statusCode(428);
        patch(id, "\"7\"", "{\"name\":\"x\"}").statusCode(412).body("code", equalTo("version-stale"));
        patch(id, "\"0\"", "{\"name\":null}").statusCode(400).body("errors[0].pointer", equalTo("/name"));
        patch(id, "\"0\"", "{\"zone\":\"Mars/Base\"}").statusCode(400).body("errors[0].code", equalTo("zone-unknown"));
        patch(id, "\"0\"", "{\"colour\":1}").statusCode(400).body("errors[0].code", equalTo("unknown-property"));
        patch(id, "\"0\"", "{\"currency\":\"USD\"}")
                .statusCode(422)
                .body("code", equalTo("currency-fixed"))
                .body("errors[0].pointer", equalTo("/currency"));
        shop.as("sales").get("/accounts/" + id).then().header("ETag", "\"0\"");
    }

    @Test
    void shouldListPageByPage() {
        var opened = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            opened.add(shop.account().toString());
        }
        var listed = new ArrayList<String>();
        String cursor = null;
        do {
            var page = shop.as("sales").queryParam("limit", 2);
            if (cursor != null) {
                page.queryParam("cursor", cursor);
            }
            var answer = page.get("/accounts").then().statusCode(200).extract();
            listed.addAll(answer.path("items.id"));
            cursor = answer.path("nextCursor");
            assertThat(answer.header("Link") == null).isEqualTo(cursor == null);
        } while (cursor != null);

        assertThat(listed).containsExactlyElementsOf(opened);
    }

    private ValidatableResponse patch(UUID id, String ifMatch, String patch) {
        var request =
                shop.as("sales").contentType("application/merge-patch+json").body(patch);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.patch("/accounts/" + id).then();
    }
}

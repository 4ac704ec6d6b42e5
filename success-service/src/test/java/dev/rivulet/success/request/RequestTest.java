package dev.rivulet.success.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RequestTest {

    private final Caller success = Caller.fresh();
    private final Wishes wishes = new Wishes(success);

    @Test
    void shouldRankByTheRevenueOfWhoeverAsks() {
        var small = wishes.customer("EUR");
        var large = wishes.customer("EUR");
        // Asked for by one customer three times.
        var certificates = wishes.request(wishes.wish(small), "Certificates");
        wishes.mergeWishes(certificates, wishes.wish(small), wishes.wish(small));
        var reports = wishes.request(wishes.wish(large), "Reports");
        success.get("/requests/" + certificates)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("feature", equalTo("certificates"))
                .body("createdBy", equalTo("success@" + success.tenant()))
                .body("accounts", equalTo(1))
                .body("items", equalTo(3))
                .body("mrr", hasSize(1))
                .body("mrr[0].amount", equalTo("49.00"));

        // The revenue is as known now, not as it was when they asked.
        var producer = success.producer();
        producer.send(producer.holding(UUID.randomUUID(), large, Wishes.PRODUCT, Caller.today(), null, "EUR"));
        success.eventually("/requests?sort=-mrr", page -> {
            assertThat(page.findValuesAsText("id")).containsExactly(reports, certificates);
            assertThat(page.at("/items/0/mrr/0/amount").asText()).isEqualTo("98.00");
        });
        wishes.mergeWishes(certificates, wishes.wish(large));
        var first = success.json("/requests?sort=-mrr&limit=1");
        assertThat(first.findValuesAsText("id")).containsExactly(certificates);
        assertThat(first.at("/items/0/mrr/0/amount").asText()).isEqualTo("147.00");
        var next = "&cursor=" + first.path("nextCursor").asText();
        var second = success.json("/requests?sort=-mrr&limit=1" + next);
        assertThat(second.findValuesAsText("id")).containsExactly(reports);
        assertThat(second.has("nextCursor")).isFalse();
        // A cursor belongs to its order.
        success.get("/requests?sort=-accounts&limit=1" + next)
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("cursor-invalid"));
        assertThat(success.json("/requests?sort=-accounts").findValuesAsText("id"))
                .containsExactly(certificates, reports);
        assertThat(success.json("/requests?status=PLANNED").path("items")).isEmpty();
        assertThat(success.json("/requests?sort=-mrr&productId=" + Producer.named("other"))
                        .path("items"))
                .isEmpty();
        assertThat(success.json("/requests?sort=-mrr&feature=certificates&productId=" + Wishes.PRODUCT)
                        .path("items"))
                .hasSize(2);
        assertThat(success.json("/requests/" + certificates + "/accounts")
                        .path("items")
                        .findValuesAsText("accountId"))
                .containsExactlyInAnyOrder(small.toString(), large.toString());
    }

    @Test
    void shouldCompareMoneyInOneCurrencyOnly() {
        var euros = wishes.request(wishes.wish(wishes.customer("EUR")), "Euros");
        var francs = wishes.request(wishes.wish(wishes.customer("CHF")), "Francs");
        success.get("/requests?sort=-mrr").then().statusCode(400).body("errors.code", hasItem("currency-needed"));
        assertThat(success.json("/requests?sort=-mrr&currency=CHF").findValuesAsText("id"))
                .containsExactly(francs, euros);
        assertThat(success.json("/requests?sort=-mrr&currency=EUR").findValuesAsText("id"))
                .containsExactly(euros, francs);
        success.get("/requests?sort=-mrr&currency=XYZ").then().statusCode(400);
        success.get("/requests?sort=title").then().statusCode(400).body("errors.code", hasItem("sort-unknown"));
        wishes.merge(euros, "{\"requestId\":\"" + francs + "\"}");
        success.get("/requests/" + euros)
                .then()
                .body("accounts", equalTo(2))
                .body("mrr.currency", equalTo(List.of("CHF", "EUR")))
                .body("mrr.amount", equalTo(List.of("49.00", "49.00")));
    }

    @Test
    void shouldFollowWhoTakesAWordBack() {
        var account = wishes.customer("EUR");
        var wish = wishes.wish(account);
        var request = wishes.request(wish, "Certificates");
        success.patch("/feedback/" + wish, "\"1\"", "{\"kind\":\"PRAISE\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("feedback-merged"));
        success.http()
                .header("If-Match", "\"1\"")
                .delete("/feedback/" + wish)
                .then()
                .statusCode(204);
        success.get("/requests/" + request)
                .then()
                .body("accounts", equalTo(0))
                .body("items", equalTo(0))
                .body("mrr", hasSize(0));
    }

    @Test
    void shouldBePlannedDeclinedForAReasonAndReleased() {
        var path = "/requests/" + wishes.request(wishes.wish(wishes.customer("EUR")), "Certificates");
        success.post(path + "/moves", "{\"status\":\"PLANNED\"}").then().statusCode(428);
        success.post(path + "/moves", "\"7\"", "{\"status\":\"PLANNED\"}")
                .then()
                .statusCode(412);
        success.post(path + "/moves", "\"0\"", "{\"status\":\"DECLINED\",\"reason\":\" \"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/reason"))
                .body("errors.code", hasItem("reason-needed"));
        success.post(path + "/moves", "\"0\"", "{\"status\":\"PLANNED\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("PLANNED"));
        success.post(path + "/moves", "\"1\"", "{\"status\":\"DECLINED\",\"reason\":\"Nobody prints any more\"}")
                .then()
                .statusCode(200)
                .body("reason", equalTo("Nobody prints any more"));
        success.post(path + "/moves", "\"2\"", "{\"status\":\"RELEASED\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("request-move"));
        success.post(path + "/moves", "\"2\"", "{\"status\":\"OPEN\"}")
                .then()
                .statusCode(200)
                .body("reason", nullValue());
        success.post(path + "/moves", "\"3\"", "{\"status\":\"RELEASED\"}")
                .then()
                .statusCode(200);
        success.post(path + "/moves", "\"4\"", "{\"status\":\"OPEN\"}").then().statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"feedbackId":"ID","title":" "}                | 400 | /title      | value-missing
            {"title":"t"}                                  | 400 | /feedbackId | value-missing
            {"feedbackId":"ID","title":"t","status":"OPEN"} | 400 | /status    | unknown-property
            {"feedbackId":"ID","title":"t"}                | 422 | /feedbackId | feedback-unknown
            """)
    void shouldPointAtTheFault(String body, int status, String pointer, String code) {
        success.post("/requests", body.replace("ID", Producer.named("nobody").toString()))
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @Test
    void shouldTakeWishesThatAreFreeOnly() {
        var account = wishes.customer("EUR");
        var problem = wishes.word(account, "PROBLEM", Wishes.PRODUCT);
        success.post("/requests", "{\"feedbackId\":\"" + problem + "\",\"title\":\"t\"}")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("feedback-no-wish"));
        var wish = wishes.wish(account);
        wishes.request(wish, "Certificates");
        success.post("/requests", "{\"feedbackId\":\"" + wish + "\",\"title\":\"t\"}")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("feedback-taken"));
    }

    @Test
    void shouldBelongToTheTenantAndItsRoles() {
        var wish = wishes.wish(wishes.customer("EUR"));
        var path = "/requests/" + wishes.request(wish, "Certificates");
        var body = "{\"feedbackId\":\"" + wish + "\",\"title\":\"t\"}";
        for (var role : List.of("ops", "billing")) {
            success.inRole(role).get(path).then().statusCode(200);
            success.inRole(role).get("/requests").then().statusCode(200);
            success.inRole(role).post("/requests", body).then().statusCode(403);
            success.inRole(role)
                    .post(path + "/moves", "\"0\"", "{\"status\":\"PLANNED\"}")
                    .then()
                    .statusCode(403);
        }
        success.inRole("partner").get(path).then().statusCode(403);
        var stranger = Caller.fresh();
        for (var their : List.of(path, path + "/accounts", path + "/merges")) {
            stranger.get(their).then().statusCode(404);
        }
        stranger.post("/requests", body).then().statusCode(422);
        stranger.post(path + "/moves", "\"0\"", "{\"status\":\"PLANNED\"}")
                .then()
                .statusCode(404);
        assertThat(stranger.json("/requests?sort=-mrr").path("items")).isEmpty();
    }

    @Test
    void shouldNameNoCustomersOutOfSight() {
        var admin = success.inRole("admin");
        var mine = wishes.customer("EUR");
        var others = wishes.customer("EUR");
        var theirs = wishes.wish(others);
        var request = wishes.request(wishes.wish(mine), "Certificates");
        wishes.mergeWishes(request, theirs);
        var free = wishes.wish(others);
        admin.patch("/customers/" + mine + "/care", "\"0\"", "{\"manager\":\"success@" + success.tenant() + "\"}")
                .then()
                .statusCode(200);
        admin.put("/access-policy", "\"0\"", "{\"managersSee\":\"PORTFOLIO\"}")
                .then()
                .statusCode(200);

        assertThat(success.json("/requests/" + request + "/accounts").findValuesAsText("accountId"))
                .containsExactly(mine.toString());
        assertThat(admin.json("/requests/" + request + "/accounts").path("items"))
                .hasSize(2);
        // What depends on it is the company's business.
        success.get("/requests/" + request).then().body("accounts", equalTo(2));
        success.post("/requests", "{\"feedbackId\":\"" + free + "\",\"title\":\"t\"}")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("feedback-unknown"));
    }
}

package dev.rivulet.success.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.success.Caller;
import dev.rivulet.success.Producer;
import dev.rivulet.success.request.Wishes;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReleaseTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final Caller success = Caller.fresh();
    private final Wishes wishes = new Wishes(success);

    @Test
    void shouldAnswerRequestsAndTellWhoAsked() {
        var holder = wishes.customer("EUR");
        var asker = wishes.customer("EUR");
        var named = UUID.randomUUID();
        var wish = wishes.wish(asker);
        var request = wishes.request(wish, "Certificates");
        wishes.mergeWishes(request, wishes.wish(holder));
        var other = wishes.request(wishes.wish(holder), "Something else");

        var release = announce("Certificates", """
                [{"accountId":"%s","feedbackId":"%s"},{"accountId":"%s"}]""".formatted(asker, wish, named));

        success.get("/requests/" + request)
                .then()
                .body("status", equalTo("RELEASED"))
                .body("releaseId", equalTo(release.toString()));
        success.get("/requests/" + other).then().body("status", equalTo("OPEN"));
        assertThat(success.json("/requests?releaseId=" + release).findValuesAsText("id"))
                .containsExactly(request);
        // Whoever asked for the request has asked, named or not.
        var asked = success.json("/releases/" + release + "/accounts?asked=true");
        assertThat(asked.findValuesAsText("accountId"))
                .containsExactlyInAnyOrder(asker.toString(), holder.toString(), named.toString());
        for (var account : List.of(asker, holder)) {
            var told = success.json("/customers/" + account + "/timeline?kind=RELEASE_ANNOUNCED");
            assertThat(told.path("items")).hasSize(1);
            assertThat(told.at("/items/0/sourceId").asText()).isEqualTo(release.toString());
            assertThat(told.at("/items/0/occurredAt").asText()).isEqualTo(NOW.toString());
            assertThat(told.at("/items/0/facts/title").asText()).isEqualTo("Certificates");
        }

        success.post("/releases/" + release + "/tellings", "{\"accountId\":\"" + asker + "\"}")
                .then()
                .statusCode(200)
                .body("toldBy", equalTo("success@" + success.tenant()));
        // Who told first stays who told.
        success.inRole("admin")
                .post("/releases/" + release + "/tellings", "{\"accountId\":\"" + asker + "\"}")
                .then()
                .statusCode(200)
                .body("toldBy", equalTo("success@" + success.tenant()));
        success.post("/releases/" + release + "/tellings", "{\"accountId\":\"" + UUID.randomUUID() + "\"}")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("account-not-asking"));
        success.post("/releases/" + release + "/tellings", "{}").then().statusCode(400);
        success.inRole("ops")
                .post("/releases/" + release + "/tellings", "{\"accountId\":\"" + asker + "\"}")
                .then()
                .statusCode(403);
    }

    @Test
    void shouldConcernWhoHoldsTheProductOnTheDay() {
        var holder = wishes.customer("EUR");
        var producer = success.producer();
        var today = Caller.today();
        var gone = UUID.randomUUID();
        var later = UUID.randomUUID();
        var elsewhere = UUID.randomUUID();
        for (var account : List.of(gone, later, elsewhere)) {
            producer.send(producer.account(account, 0, "Account", "UTC"));
        }
        producer.send(
                producer.holding(UUID.randomUUID(), gone, Wishes.PRODUCT, today.minusDays(90), today, "EUR"),
                producer.holding(UUID.randomUUID(), later, Wishes.PRODUCT, today.plusDays(1), null, "EUR"),
                producer.holding(
                        UUID.randomUUID(), elsewhere, Producer.named("other"), today.minusDays(90), null, "EUR"));
        for (var account : List.of(gone, later, elsewhere)) {
            success.eventually(
                    "/customers/" + account,
                    customer -> assertThat(customer.path("subscriptions")).hasSize(1));
        }
        var asker = wishes.customer("EUR");
        var release = announce("Certificates", "[{\"accountId\":\"" + asker + "\"}]");
        var path = "/releases/" + release + "/accounts";

        var first = success.json(path + "?limit=1");
        var second = success.json(
                path + "?limit=1&cursor=" + first.path("nextCursor").asText());
        assertThat(second.has("nextCursor")).isFalse();
        var ids = List.of(
                first.at("/items/0/accountId").asText(),
                second.at("/items/0/accountId").asText());
        assertThat(ids)
                .containsExactlyInAnyOrder(holder.toString(), asker.toString())
                .isSorted();
        success.get(path)
                .then()
                .body("items.find { it.accountId == '" + holder + "' }.subscribed", equalTo(true))
                .body("items.find { it.accountId == '" + holder + "' }.asked", equalTo(false))
                .body("items.find { it.accountId == '" + holder + "' }.mrr.amount", equalTo("49.00"))
                .body("items.find { it.accountId == '" + holder + "' }.name", equalTo("Acme"))
                .body("items.find { it.accountId == '" + asker + "' }.asked", equalTo(true))
                .body("items.find { it.accountId == '" + asker + "' }.toldAt", nullValue());

        var admin = success.inRole("admin");
        admin.patch("/customers/" + asker + "/care", "\"0\"", "{\"manager\":\"success@" + success.tenant() + "\"}")
                .then()
                .statusCode(200);
        admin.put("/access-policy", "\"0\"", "{\"managersSee\":\"PORTFOLIO\"}")
                .then()
                .statusCode(200);
        assertThat(success.json(path).findValuesAsText("accountId")).containsExactly(asker.toString());
        assertThat(admin.json(path).path("items")).hasSize(2);
        success.post("/releases/" + release + "/tellings", "{\"accountId\":\"" + holder + "\"}")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldBeAcknowledgedByEachFunctionOnce() {
        var release = announce("Certificates", "[]");
        var path = "/releases/" + release;
        var acknowledgements = path + "/acknowledgements";
        success.get(path)
                .then()
                .statusCode(200)
                .body("title", equalTo("Certificates"))
                .body("features", contains("certificates"))
                .body("acknowledgements", hasSize(0))
                .body("missing", contains("SUPPORT", "SALES", "MARKETING", "SUCCESS"));
        acknowledge(success, acknowledgements, "SUPPORT")
                .then()
                .statusCode(201)
                .body("acknowledgedBy", equalTo("success@" + success.tenant()));
        acknowledge(success, acknowledgements, "SUPPORT")
                .then()
                .statusCode(409)
                .body("code", equalTo("release-acknowledged"));
        acknowledge(success, acknowledgements, "MARKETING")
                .then()
                .statusCode(403)
                .body("code", equalTo("function-foreign"));
        acknowledge(success.inRole("sales"), acknowledgements, "MARKETING")
                .then()
                .statusCode(201);
        acknowledge(success.inRole("sales"), acknowledgements, "SUCCESS").then().statusCode(403);
        acknowledge(success.inRole("admin"), acknowledgements, "SUCCESS").then().statusCode(201);
        acknowledge(success.inRole("ops"), acknowledgements, "SALES").then().statusCode(403);
        acknowledge(success, acknowledgements, "LEGAL")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/function"));
        success.post(acknowledgements, "{}").then().statusCode(400);
        success.get(path)
                .then()
                .body("acknowledgements.function", contains("SUPPORT", "MARKETING", "SUCCESS"))
                .body("missing", contains("SALES"));
        assertThat(success.json("/releases?missing=SALES").findValuesAsText("id"))
                .containsExactly(release.toString());
        assertThat(success.json("/releases?missing=SUPPORT").path("items")).isEmpty();
        success.get("/releases?missing=LEGAL").then().statusCode(400);

        var stranger = Caller.fresh();
        for (var their : List.of(path, path + "/accounts", path + "/comparison")) {
            stranger.get(their).then().statusCode(404);
        }
        acknowledge(stranger, acknowledgements, "SUPPORT").then().statusCode(404);
        success.inRole("partner").get(path).then().statusCode(403);
    }

    @Test
    void shouldListTheLatestFirst() {
        var producer = success.producer();
        var ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        for (var i = 0; i < 3; i++) {
            producer.send(producer.release(
                    ids.get(i),
                    i == 0 ? Producer.named("other") : Wishes.PRODUCT,
                    "Release",
                    "[]",
                    "[]",
                    NOW.plusSeconds(i)));
        }
        success.eventually("/releases", page -> assertThat(page.path("items")).hasSize(3));
        var first = success.json("/releases?limit=2");
        assertThat(first.findValuesAsText("id"))
                .containsExactly(ids.get(2).toString(), ids.get(1).toString());
        assertThat(success.json("/releases?limit=2&cursor="
                                + first.path("nextCursor").asText())
                        .findValuesAsText("id"))
                .containsExactly(ids.get(0).toString());
        assertThat(success.json("/releases?productId=" + Producer.named("other"))
                        .findValuesAsText("id"))
                .containsExactly(ids.get(0).toString());
        assertThat(Caller.fresh().json("/releases").path("items")).isEmpty();
    }

    private static Response acknowledge(Caller caller, String path, String function) {
        return caller.post(path, "{\"function\":\"" + function + "\"}");
    }

    private UUID announce(String title, String requesters) {
        var release = UUID.randomUUID();
        var producer = success.producer();
        var fact = producer.release(release, Wishes.PRODUCT, title, "[\"certificates\"]", requesters, NOW);
        // Heard twice it is one.
        producer.send(fact, fact);
        success.eventually(
                "/releases", page -> assertThat(page.findValuesAsText("id")).contains(release.toString()));
        return release;
    }
}

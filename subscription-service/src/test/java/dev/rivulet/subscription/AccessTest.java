package dev.rivulet.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.rivulet.local.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what; and that one tenant is nothing to another. */
@QuarkusTest
class AccessTest {

    private static final String ANY = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03";
    private static final List<String> ROLES = List.of("sales", "success", "billing", "admin", "partner", "ops");

    @ParameterizedTest
    @CsvSource({
        "GET, /offers, sales success billing admin ops",
        "GET, /offers/" + ANY + ", sales success billing admin ops",
        "POST, /accounts, sales admin",
        "GET, /accounts, sales success billing admin ops",
        "GET, /accounts/" + ANY + ", sales success billing admin ops",
        "PATCH, /accounts/" + ANY + ", sales admin",
        "POST, /subscriptions, sales admin",
        "GET, /subscriptions, sales success billing admin ops",
        "GET, /subscriptions/" + ANY + ", sales success billing admin ops",
        "POST, /subscriptions/" + ANY + "/cancellations, sales admin",
        "GET, /invoices, sales success billing admin ops",
        "GET, /invoices/" + ANY + ", sales success billing admin ops",
        "POST, /payments, billing admin",
        "GET, /payments, sales success billing admin ops",
        "GET, /payments/" + ANY + ", sales success billing admin ops",
        "GET, /metrics/mrr, sales success billing admin ops",
        "GET, /test-clock, sales success billing admin ops",
        "POST, /test-clock, admin",
        "GET, /dead-letters, ops admin"
    })
    void everyOperationKnowsItsRoles(String method, String path, String allowed) {
        var mayCall = Set.of(allowed.split(" "));

        for (var role : ROLES) {
            var status = call(Tokens.bearer("access-shop", role), method, path).statusCode();
            if (mayCall.contains(role)) {
                assertThat(status).as(role).isNotIn(401, 403, 500);
            } else {
                assertThat(status).as(role).isEqualTo(403);
            }
        }
        for (var header :
                List.of("none", Tokens.expired("access-shop", "admin"), Tokens.forged("access-shop", "admin"))) {
            call(header, method, path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("token-missing"));
        }
        call(Tokens.bearer(null, "admin", "ops"), method, path)
                .then()
                .statusCode(403)
                .body("code", equalTo("tenant-missing"));
    }

    @Test
    void anotherTenantsThingsAreNotThere() {
        var mine = Shop.live();
        var plan = mine.plan("49.00");
        var account = mine.account();
        var proposition = mine.proposition();
        var subscription = mine.subscribe(account, plan, proposition);
        var invoice = mine.invoices(subscription, "id").getFirst();
        var payment =
                Shop.id(mine.pay(invoice, "1.00", "EUR", "R-1", "2026-01-01").statusCode(201));
        var other = Shop.live();

        for (var path : List.of(
                "/offers/" + plan,
                "/accounts/" + account,
                "/subscriptions/" + subscription,
                "/invoices/" + invoice,
                "/payments/" + payment)) {
            mine.as("admin").get(path).then().statusCode(200);
            other.as("admin").get(path).then().statusCode(404).body("code", equalTo("not-found"));
        }
        for (var path : List.of("/offers", "/accounts", "/subscriptions", "/invoices", "/payments")) {
            other.as("admin").get(path).then().statusCode(200).body("items", hasSize(0));
        }
        other.as("admin").get("/metrics/mrr").then().body("mrr", hasSize(0));
        other.as("admin")
                .header("If-Match", "\"0\"")
                .contentType("application/merge-patch+json")
                .body("{\"name\":\"Mine now\"}")
                .patch("/accounts/" + account)
                .then()
                .statusCode(404);
        other.as("admin")
                .header("If-Match", "\"0\"")
                .body(Map.of("effective", "END_OF_PERIOD"))
                .post("/subscriptions/" + subscription + "/cancellations")
                .then()
                .statusCode(404);
        other.sign(account, plan, proposition, null).statusCode(422).body("code", equalTo("account-unknown"));
        other.sign(other.account(), plan, proposition, null)
                .statusCode(422)
                .body("code", equalTo("plan-not-published"));
        other.pay(invoice, "1.00", "EUR", "R-1", "2026-01-01").statusCode(422).body("code", equalTo("invoice-unknown"));
    }

    @Test
    void numbersAndReferencesOfTenantsDoNotMeet() {
        var one = Shop.live();
        var two = Shop.live();

        for (var shop : List.of(one, two)) {
            var invoices = shop.invoices(shop.subscribed("49.00"));
            assertThat(invoices.getFirst()).containsEntry("number", "INV-000001");
            shop.pay(invoices.getFirst().get("id"), "49.00", "EUR", "the same", "2026-01-01")
                    .statusCode(201);
        }
    }

    private static io.restassured.response.Response call(String authorization, String method, String path) {
        RequestSpecification request = given().header("If-Match", "\"0\"")
                .contentType(method.equals("PATCH") ? "application/merge-patch+json" : ContentType.JSON.toString());
        if (!authorization.equals("none")) {
            request.header("Authorization", authorization);
        }
        if (!method.equals("GET")) {
            request.body("{}");
        }
        return request.request(method, path.replace(ANY, UUID.randomUUID().toString()));
    }
}

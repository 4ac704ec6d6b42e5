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
        "POST, /subscriptions/" + ANY + "/trial-extensions, sales admin",
        "GET, /invoices, sales success billing admin ops",
        "GET, /invoices/" + ANY + ", sales success billing admin ops",
        "POST, /payments, billing admin",
        "GET, /payments, sales success billing admin ops",
        "GET, /payments/" + ANY + ", sales success billing admin ops",
        "GET, /accounts/" + ANY + "/balance, sales success billing admin ops",
        "GET, /accounts/" + ANY + "/balance/movements, sales success billing admin ops",
        "GET, /ledger/transfers, billing admin ops",
        "GET, /ledger/trial-balance, billing admin ops",
        "GET, /accounts/" + ANY + "/contacts, sales success billing admin",
        "POST, /accounts/" + ANY + "/contacts, sales success billing admin",
        "PATCH, /accounts/" + ANY + "/contacts/" + ANY + ", sales success billing admin",
        "DELETE, /accounts/" + ANY + "/contacts/" + ANY + ", sales success billing admin",
        "GET, /legal-entities/main, sales success billing admin ops",
        "PUT, /legal-entities/main, admin",
        "GET, /invoice-minimums, sales success billing admin ops",
        "PUT, /invoice-minimums/EUR/CARD, billing admin",
        "DELETE, /invoice-minimums/EUR/CARD, billing admin",
        "GET, /charges, sales success billing admin ops",
        "GET, /charges/" + ANY + ", sales success billing admin ops",
        "POST, /charges/" + ANY + "/forgivenesses, billing admin",
        "POST, /accounts/" + ANY + "/charges, sales billing admin",
        "POST, /accounts/" + ANY + "/invoices, billing admin",
        "GET, /invoices/" + ANY + "/lines/1/explanation, sales success billing admin ops",
        "DELETE, /invoices/" + ANY + ", billing admin",
        "POST, /invoices/" + ANY + "/finalizations, billing admin",
        "POST, /invoices/" + ANY + "/voids, billing admin",
        "POST, /invoices/" + ANY + "/rebills, billing admin",
        "POST, /invoices/" + ANY + "/write-offs, billing admin",
        "POST, /invoices/" + ANY + "/credit-notes, billing admin",
        "GET, /credit-notes, sales success billing admin ops",
        "GET, /credit-notes/" + ANY + ", sales success billing admin ops",
        "GET, /tax-rates, sales success billing admin ops",
        "GET, /tax-rates/" + ANY + ", sales success billing admin ops",
        "POST, /tax-rates, billing admin",
        "GET, /tax-rules, sales success billing admin ops",
        "PUT, /tax-rules, billing admin",
        "GET, /coupons, sales success billing admin ops",
        "GET, /coupons/" + ANY + ", sales success billing admin ops",
        "POST, /coupons, billing admin",
        "GET, /accounts/" + ANY + "/coupons, sales success billing admin ops",
        "POST, /accounts/" + ANY + "/coupons, sales billing admin",
        "DELETE, /accounts/" + ANY + "/coupons/" + ANY + ", sales billing admin",
        "POST, /collections, billing admin",
        "POST, /payments/" + ANY + "/queries, billing admin",
        "POST, /payments/" + ANY + "/resolutions, billing admin",
        "POST, /payments/" + ANY + "/sandbox-outcomes, billing admin",
        "POST, /payments/" + ANY + "/refunds, billing admin",
        "GET, /payments/" + ANY + "/refunds, sales success billing admin ops",
        "GET, /refunds/" + ANY + ", sales success billing admin ops",
        "POST, /refunds/" + ANY + "/retries, billing admin",
        "POST, /payments/" + ANY + "/disputes, billing admin",
        "GET, /disputes, sales success billing admin ops",
        "POST, /disputes/" + ANY + "/closures, billing admin",
        "POST, /accounts/" + ANY + "/payment-methods, billing admin",
        "GET, /accounts/" + ANY + "/payment-methods, sales success billing admin ops",
        "POST, /accounts/" + ANY + "/payment-methods/" + ANY + "/preferences, billing admin",
        "DELETE, /accounts/" + ANY + "/payment-methods/" + ANY + ", billing admin",
        "POST, /accounts/" + ANY + "/credits, billing admin",
        "POST, /payment-endpoints, admin",
        "GET, /payment-endpoints, admin ops",
        "GET, /bank-entries, billing admin ops",
        "POST, /bank-entries/" + ANY + "/matches, billing admin",
        "POST, /bank-entries/" + ANY + "/resolutions, billing admin",
        "POST, /dunning-policies, billing admin",
        "GET, /dunning-policies, sales success billing admin ops",
        "DELETE, /dunning-policies, billing admin",
        "GET, /dunning-cases, sales success billing admin ops",
        "PUT, /accounts/" + ANY + "/dunning-hold, billing admin",
        "GET, /accounts/" + ANY + "/dunning-hold, sales success billing admin ops",
        "DELETE, /accounts/" + ANY + "/dunning-hold, billing admin",
        "PUT, /accounts/" + ANY + "/usage-threshold, billing admin",
        "GET, /accounts/" + ANY + "/usage-threshold, sales success billing admin ops",
        "DELETE, /accounts/" + ANY + "/usage-threshold, billing admin",
        "PUT, /subscriptions/" + ANY + "/usage-threshold, billing admin",
        "GET, /subscriptions/" + ANY + "/usage-threshold, sales success billing admin ops",
        "DELETE, /subscriptions/" + ANY + "/usage-threshold, billing admin",
        "GET, /metrics/mrr, sales success billing admin ops",
        "GET, /metrics/mrr/groups?groupBy=plan, sales success billing admin ops",
        "GET, /metrics/movements, sales success billing admin ops",
        "GET, /metrics/movement-entries, sales success billing admin ops",
        "GET, /metrics/retention, sales success billing admin ops",
        "GET, /metrics/mrr-closes, sales success billing admin ops",
        "GET, /metrics/mrr-closes/2026-01, sales success billing admin ops",
        "GET, /metrics/mrr-closes/2026-01/late-movements, sales success billing admin ops",
        "POST, /metrics/mrr-closes, billing admin",
        "GET, /plan-rollouts, sales billing admin ops",
        "POST, /plan-rollouts, sales admin",
        "GET, /plan-rollout-previews, sales billing admin ops",
        "GET, /plan-rollouts/" + ANY + ", sales billing admin ops",
        "GET, /subscription-imports, billing admin ops",
        "GET, /subscription-imports/" + ANY + ", billing admin ops",
        "GET, /subscription-imports/" + ANY + "/errors, billing admin ops",
        "GET, /subscription-imports/" + ANY + "/result, billing admin ops",
        "POST, /subscription-imports/" + ANY + "/activations, admin",
        "POST, /subscription-imports/" + ANY + "/cancellations, admin",
        "POST, /subscription-imports/" + ANY + "/restarts, admin",
        "GET, /subscription-comparisons?importId=" + ANY + ", billing admin ops",
        "GET, /subscription-comparisons/" + ANY + ", billing admin ops",
        "GET, /subscription-comparisons/" + ANY + "/findings, billing admin ops",
        "GET, /subscription-comparisons/" + ANY + "/errors, billing admin ops",
        "GET, /test-clock, sales success billing admin ops",
        "POST, /test-clock, admin",
        "POST, /webhook-endpoints, admin",
        "GET, /webhook-endpoints, admin",
        "GET, /webhook-endpoints/" + ANY + ", admin",
        "PATCH, /webhook-endpoints/" + ANY + ", admin",
        "DELETE, /webhook-endpoints/" + ANY + ", admin",
        "POST, /webhook-endpoints/" + ANY + "/secret-rotations, admin",
        "POST, /webhook-endpoints/" + ANY + "/reactivations, admin",
        "POST, /webhook-endpoints/" + ANY + "/pings, admin",
        "GET, /webhook-deliveries, admin",
        "GET, /webhook-deliveries/" + ANY + ", admin",
        "POST, /webhook-deliveries/" + ANY + "/resends, admin",
        "GET, /accounts/" + ANY + "/usage?metric=m, sales success billing admin ops",
        "GET, /usage-conflicts, success billing admin ops",
        "GET, /usage-corrections, success billing admin ops",
        "GET, /dead-letters, ops admin",
        "POST, /deals, sales admin",
        "GET, /deals, sales success billing admin ops",
        "GET, /deals/pipeline, sales success billing admin ops",
        "GET, /deals/" + ANY + ", sales success billing admin partner ops",
        "PATCH, /deals/" + ANY + ", sales admin",
        "POST, /deals/" + ANY + "/quotes, sales admin",
        "GET, /deals/" + ANY + "/quotes, sales success billing admin partner ops",
        "GET, /deals/" + ANY + "/quotes/" + ANY + ", sales success billing admin partner ops",
        "POST, /deals/" + ANY + "/proposals, sales admin",
        "POST, /deals/" + ANY + "/negotiations, sales admin",
        "POST, /deals/" + ANY + "/contractings, sales admin",
        "POST, /deals/" + ANY + "/wins, sales admin",
        "POST, /deals/" + ANY + "/losses, sales admin",
        "GET, /partner-customers, sales success billing admin ops",
        "GET, /partner-customers/" + ANY + ", sales success billing admin ops",
        "GET, /deal-registrations, sales success billing admin ops",
        "GET, /deal-registrations/" + ANY + ", sales success billing admin partner ops",
        "POST, /deal-registrations/" + ANY + "/approvals, sales admin",
        "POST, /deal-registrations/" + ANY + "/rejections, sales admin",
        "POST, /commission-rules, billing admin",
        "GET, /commission-rules, sales success billing admin ops",
        "GET, /commission-rules/" + ANY + ", sales success billing admin ops",
        "POST, /commission-rules/" + ANY + "/ends, billing admin",
        "GET, /commission-entries, sales success billing admin ops",
        "POST, /commission-statements, billing admin",
        "GET, /commission-statements, sales success billing admin ops",
        "GET, /commission-statements/" + ANY + ", sales success billing admin partner ops",
        "POST, /commission-statements/" + ANY + "/finalizations, billing admin",
        "GET, /commission-statements/" + ANY + "/entries, sales success billing admin partner ops",
        "GET, /commission-statements/" + ANY + "/csv, sales success billing admin partner ops"
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

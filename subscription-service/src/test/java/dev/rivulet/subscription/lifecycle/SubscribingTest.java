package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SubscribingTest {

    @Test
    void shouldPinPlanAndPromiseAndInvoiceTheFirstPeriodAtOnce() {
        var shop = Shop.at("2025-01-31T10:00:00Z");
        var account = shop.account();
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();

        var signed = shop.sign(account, plan, proposition, null)
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("planVersion", equalTo(1))
                .body("price.amount", equalTo("49.00"))
                .body("propositionVersion", equalTo(3))
                .body("benefit.metric", equalTo("soft-skills-score"))
                .body("benefit.baseline", equalTo("52"))
                .body("benefit.target", equalTo("70"))
                .body("productId", equalTo(shop.product.toString()))
                .body("status", equalTo("ACTIVE"))
                .body("startDate", equalTo("2025-01-31"))
                .body("endDate", nullValue());
        var id = Shop.id(signed);
        signed.header("Location", containsString("/subscriptions/" + id));

        var invoices = shop.invoices(id);
        assertThat(invoices).hasSize(1);
        assertThat(invoices.getFirst())
                .containsEntry("number", "INV-000001")
                .containsEntry("status", "FINALIZED")
                .containsEntry("accountId", account.toString())
                .containsEntry("total", Map.of("amount", "49.00", "currency", "EUR"))
                .containsEntry("paid", Map.of("amount", "0.00", "currency", "EUR"))
                .containsEntry("due", Map.of("amount", "49.00", "currency", "EUR"))
                .containsEntry("issueDate", "2025-01-31")
                .containsEntry("dueDate", "2025-02-14")
                .containsEntry("periodStart", "2025-01-31")
                .containsEntry("periodEnd", "2025-02-28");
        shop.as("billing")
                .get("/invoices/" + invoices.getFirst().get("id"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("lines.description", contains("Soft skills, monthly"))
                .body("lines[0].planVersion", equalTo(1))
                .body("lines[0].amount.amount", equalTo("49.00"))
                .body("lines[0].quantity", equalTo(1))
                .body("lines[0].amount.amount", equalTo("49.00"))
                .body("lines[0].periodEnd", equalTo("2025-02-28"));
    }

    @Test
    void shouldKeepWhatIsPinnedWhenTheCatalogChanges() {
        var shop = Shop.at("2025-01-10T10:00:00Z");
        var account = shop.account();
        var plan = shop.plan("49.00");
        var id = shop.subscribe(account, plan, shop.proposition());

        shop.publishPlan(plan, 2, "PUBLISHED", "99.00", "EUR", 0);
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        "99.00".equals(shop.as("sales").get("/offers/" + plan).path("price.amount")));
        shop.moveClock("2025-02-10T10:00:00Z").statusCode(200);

        shop.subscription(id).body("price.amount", equalTo("49.00"));
        assertThat(shop.invoices(id, "total"))
                .containsExactly(
                        Map.of("amount", "49.00", "currency", "EUR"), Map.of("amount", "49.00", "currency", "EUR"));
    }

    @Test
    void shouldChargeNothingDuringATrial() {
        var shop = Shop.at("2025-01-20T10:00:00Z");
        var id = shop.subscribe(shop.account(), shop.plan("49.00", "EUR", 14), shop.proposition());

        assertThat(shop.invoices(id)).isEmpty();
        shop.as("sales").get("/metrics/mrr").then().body("mrr", equalTo(List.of()));
        // The trial ends at midnight in Berlin.
        shop.moveClock("2025-02-02T22:59:59Z").body("invoices", equalTo(0));
        shop.moveClock("2025-02-02T23:00:00Z").body("invoices", equalTo(1));
        assertThat(shop.invoices(id, "periodStart")).containsExactly("2025-02-03");
        shop.as("sales").get("/metrics/mrr").then().body("mrr[0].amount", equalTo("49.00"));
    }

    @Test
    void shouldInvoiceAFutureStartOnItsDay() {
        var shop = Shop.at("2025-01-20T10:00:00Z");
        var id = shop.subscribe(shop.account(), shop.plan("49.00"), shop.proposition(), "2025-03-01");

        assertThat(shop.invoices(id)).isEmpty();
        shop.moveClock("2025-03-02T00:00:00Z").body("invoices", equalTo(1));
        assertThat(shop.invoices(id, "issueDate")).containsExactly("2025-03-01");
    }

    @Test
    void shouldCatchUpFromAPastStart() {
        var shop = Shop.at("2025-06-20T10:00:00Z");
        var id = shop.subscribe(shop.account(), shop.plan("49.00"), shop.proposition(), "2025-03-31");

        assertThat(shop.lines(id).stream().map(line -> line.get("periodStart")))
                .containsExactly("2025-03-31", "2025-04-30", "2025-05-31");
        assertThat(shop.invoices(id, "issueDate")).containsExactly("2025-06-20");
    }

    @Test
    void shouldSendNoInvoiceForAFreePlan() {
        var shop = Shop.at("2025-06-20T10:00:00Z");
        var id = shop.subscribed("0.00");

        assertThat(shop.invoices(id)).isEmpty();
    }

    @Test
    void shouldSignOnceForOneKey() {
        var shop = Shop.live();
        var body = Map.of(
                "accountId", shop.account(),
                "planId", shop.plan("49.00"),
                "propositionId", shop.proposition(),
                "seats", 3);

        var first = shop.as("sales").header("Idempotency-Key", "k").body(body).post("/subscriptions");
        var second = shop.as("sales").header("Idempotency-Key", "k").body(body).post("/subscriptions");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(shop.invoices(UUID.fromString(first.path("id")))).hasSize(1);
    }

    @Test
    void shouldRefuseWhatDoesNotFit() {
        var shop = Shop.live();
        var account = shop.account();
        var plan = shop.plan("49.00");
        var dollars = shop.plan("49.00", "USD", 0);
        var proposition = shop.proposition();
        var otherProduct = shop.proposition(UUID.randomUUID());
        var draft = UUID.randomUUID();
        shop.publishPlan(draft, 0, "DRAFT", "49.00", "EUR", 0);
        var unapproved = UUID.randomUUID();
        shop.publishProposition(unapproved, shop.product, 0, "DRAFT");
        var nobody = UUID.randomUUID();

        refused(shop, nobody, plan, proposition, "account-unknown", "/accountId");
        refused(shop, account, nobody, proposition, "plan-not-published", "/planId");
        refused(shop, account, draft, proposition, "plan-not-published", "/planId");
        refused(shop, account, plan, nobody, "proposition-not-approved", "/propositionId");
        refused(shop, account, plan, unapproved, "proposition-not-approved", "/propositionId");
        refused(shop, account, plan, otherProduct, "proposition-of-another-product", "/propositionId");
        refused(shop, account, dollars, proposition, "currency-mismatch", "/planId");
        shop.as("sales").get("/subscriptions").then().body("items", equalTo(List.of()));
        shop.as("sales").get("/invoices").then().body("items", equalTo(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"2021-06-19, 422", "2022-06-20, 201", "2026-06-20, 201", "2026-06-21, 422", "+99999-01-01, 422"})
    void shouldBoundTheStartDate(String startDate, int status) {
        var shop = Shop.at("2025-06-20T10:00:00Z");
        var answer = shop.sign(shop.account(), shop.plan("49.00"), shop.proposition(), startDate);

        answer.statusCode(status);
        if (status == 422) {
            answer.body("code", equalTo("start-date-range")).body("errors[0].pointer", equalTo("/startDate"));
        }
    }

    @Test
    void shouldListByAccount() {
        var shop = Shop.live();
        var plan = shop.plan("49.00");
        var proposition = shop.proposition();
        var account = shop.account();
        var first = shop.subscribe(account, plan, proposition);
        shop.subscribe(shop.account(), plan, proposition);
        var second = shop.subscribe(account, plan, proposition);

        shop.as("ops")
                .queryParam("accountId", account)
                .get("/subscriptions")
                .then()
                .statusCode(200)
                .body("items.id", contains(first.toString(), second.toString()));
        shop.as("ops")
                .queryParam("accountId", account)
                .get("/invoices")
                .then()
                .body("items.subscriptionId", contains(first.toString(), second.toString()));
        shop.as("ops")
                .queryParam("accountId", account)
                .queryParam("status", "PAID")
                .get("/invoices")
                .then()
                .body("items", equalTo(List.of()));
    }

    private static void refused(Shop shop, UUID account, UUID plan, UUID proposition, String code, String pointer) {
        shop.sign(account, plan, proposition, null)
                .statusCode(422)
                .body("code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }
}

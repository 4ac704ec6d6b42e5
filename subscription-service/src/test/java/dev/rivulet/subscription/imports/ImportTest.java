package dev.rivulet.subscription.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Books;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers come over from another system: nothing of them is real before somebody says so, and all of it is then. */
@QuarkusTest
class ImportTest {

    /** Tables in which something stands of whatever is real. */
    private static final List<String> REAL = List.of(
            "account",
            "subscription",
            "subscription_term",
            "charge",
            "invoice",
            "ledger_transfer",
            "customer_balance",
            "mrr_movement",
            "billing_cursor",
            "payer_cursor",
            "import_reference",
            "account_contact");

    private Shop shop;
    private Catalog catalog;

    @BeforeEach
    void open() {
        shop = Shop.at("2026-01-20T10:00:00Z");
        catalog = Catalog.of(shop);
    }

    @Test
    void shouldTakeACustomerOverWithAllThatIsHis() {
        var plan = catalog.seatPlan("4.90", Map.of());
        var migration = new Migration(shop)
                .account(
                        "C-1",
                        Map.of(
                                "contacts",
                                List.of(Map.of(
                                        "name", "Ada Nowak",
                                        "email", "ada@northwind.example",
                                        "function", "HR head",
                                        "locale", "de-DE"))),
                        Map.of("name", "Northwind", "paymentTermsDays", 30, "tax", Map.of("country", "DE")))
                .subscription("S-1", "C-1", plan, "2024-03-31", Map.of("chargedThrough", "2026-01-31", "seats", 10))
                .row(
                        "receivable",
                        Map.of(
                                "externalId", "2025-0042",
                                "account", "C-1",
                                "amount", catalog.money("58.31"),
                                "issuedOn", "2025-12-31",
                                "dueOn", "2026-01-14"))
                .row("balance", Map.of("externalId", "B-1", "account", "C-1", "amount", catalog.money("10.00")));
        var before = real();

        var tried = migration.tried();

        assertThat(tried.get("status").asText()).isEqualTo("SHADOW");
        assertThat(tried.get("counts").get("CHECKED").asInt()).isEqualTo(4);
        assertThat(real()).isEqualTo(before);
        shop.as("ops").get("/metrics/mrr").then().body("mrr", hasSize(0));

        var active = migration.activated(tried);

        assertThat(active.get("status").asText()).isEqualTo("ACTIVE");
        var ids = migration.ids(active);
        var contract = migration.contract(active, "S-1");
        assertThat(contract.account()).isEqualTo(ids.get("C-1"));
        assertThat(contract.view().get("phase").asText()).isEqualTo("RUNNING");
        assertThat(contract.view().get("startDate").asText()).isEqualTo("2024-03-31");
        assertThat(contract.view().get("chargedThrough").asText()).isEqualTo("2026-01-31");
        assertThat(contract.mrr()).isEqualTo("49.00");
        shop.as("sales").get("/accounts/" + ids.get("C-1") + "/contacts").then().body("items.name", hasSize(1));
        // What was open stays open: the balance pays what comes next.
        assertThat(contract.balance()).isEqualTo("10.00");
        shop.as("billing")
                .get("/invoices/" + ids.get("2025-0042"))
                .then()
                .body("due.amount", equalTo("58.31"))
                .body("issueDate", equalTo("2025-12-31"))
                .body("dueDate", equalTo("2026-01-14"));
        assertThat(books("OPENING")).isEqualTo(-4831);
        assertThat(books("REVENUE")).isZero();

        shop.moveClock("2026-03-01T00:00:00Z").statusCode(200);
        assertThat(contract.lines())
                .containsExactly(
                        "2026-01-31 RECURRING 2026-01-31..2026-02-28 49.00",
                        "2026-02-28 RECURRING 2026-02-28..2026-03-31 49.00");
        assertThat(contract.balance()).isEqualTo("0.00");
        new Invariants(shop).shouldHold();
        assertThat(new Books(shop).shouldAgree()).contains("MIGRATION");
    }

    private long books(String account) {
        return Sql.number(
                "SELECT coalesce(sum(CASE debit WHEN ? THEN amount_minor ELSE -amount_minor END), 0)"
                        + " FROM ledger_transfer WHERE tenant_id = ? AND ? IN (debit, credit)",
                account,
                shop.tenant,
                account);
    }

    private List<String> real() {
        return REAL.stream()
                .map(table ->
                        table + " " + Sql.number("SELECT count(*) FROM " + table + " WHERE tenant_id = ?", shop.tenant))
                .toList();
    }

    @Test
    void shouldTryADryRunAndNeverMakeItReal() {
        var migration = new Migration(shop)
                .account("C-1")
                .subscription("S-1", "C-1", catalog.plan("31.00"), "2025-01-01", "2026-02-01");
        var before = real();

        var tried = migration.tried("?dryRun=true");

        assertThat(tried.get("status").asText()).isEqualTo("CHECKED");
        assertThat(real()).isEqualTo(before);
        migration.activate(tried, Map.of()).statusCode(409).body("code", equalTo("import-not-shadow"));
        assertThat(migration.ids(tried)).isEmpty();
    }

    @Test
    void shouldChangeNothingWhenTheSameFileComesAgain() {
        var plan = catalog.plan("31.00");
        var migration = new Migration(shop)
                .account("C-1")
                .account("C-2", Map.of("parent", "C-1"), Map.of("rollUp", true))
                .subscription("S-1", "C-2", plan, "2025-01-01", "2026-02-01")
                .row("balance", Map.of("externalId", "B-1", "account", "C-1", "amount", catalog.money("5.00")));
        var first = migration.active();
        var before = real();

        var again = migration.active();

        assertThat(again.get("counts").get("UNCHANGED").asInt()).isEqualTo(4);
        assertThat(real()).isEqualTo(before);
        assertThat(migration.ids(again)).isEqualTo(migration.ids(first)).hasSize(4);
    }

    @Test
    void shouldRefuseOtherThingsOfTheSameName() {
        var plan = catalog.plan("31.00");
        new Migration(shop)
                .account("C-1")
                .subscription("S-1", "C-1", plan, "2025-01-01", "2026-02-01")
                .active();

        var other = new Migration(shop)
                .account("C-1", Map.of(), Map.of("name", "Another"))
                .subscription("S-1", "C-1", plan, "2025-01-01", "2026-03-01")
                .subscription("S-2", "C-1", plan, "2025-01-01", "2026-02-01")
                .subscription("S-2", "C-1", plan, "2025-01-01", "2026-02-01")
                .subscription("S-2", "C-1", plan, "2025-01-02", "2026-02-01");
        var tried = other.tried();

        assertThat(other.errors(tried))
                .containsExactly(
                        "1 /row/externalId import-conflict",
                        "2 /row/externalId import-conflict",
                        "5 /row/externalId import-conflict");
        // What is not refused belongs to the account that is known.
        assertThat(tried.get("counts").get("CHECKED").asInt()).isEqualTo(1);
        other.activate(tried, Map.of()).statusCode(409).body("code", equalTo("import-has-refused"));
        assertThat(other.activated(tried).get("status").asText()).isEqualTo("ACTIVE");
        shop.as("sales").get("/subscriptions").then().body("items", hasSize(2));
        shop.as("sales").get("/accounts").then().body("items", hasSize(1));
    }

    @Test
    void shouldSayWhatIsWrongWithEachLineAndTakeTheRest() {
        var plan = catalog.plan("31.00");
        var tiered = catalog.plan("0.00");
        catalog.price(
                tiered,
                "seat",
                Map.of(
                        "model",
                        "GRADUATED",
                        "tiers",
                        List.of(Map.of("upTo", "10", "unitAmount", "2.00"), Map.of("unitAmount", "1.00"))),
                Map.of());
        var charged = Map.of("chargedThrough", "2026-02-01");
        var migration = new Migration(shop)
                .account("C-1")
                .raw("{")
                .raw("")
                .row("thing", Map.of())
                .raw("{\"type\":\"account\",\"row\":{\"externalId\":\"X\"},\"more\":1}")
                .account("C-2", Map.of(), Map.of("zone", "Mars"))
                .account("C-3", Map.of(), Map.of("legalEntity", "nobody"))
                .account("C-4", Map.of("parent", "nobody"), Map.of())
                .account("C-5", Map.of("parent", "C-6"), Map.of())
                .account("C-6", Map.of("parent", "C-5"), Map.of())
                .subscription("S-1", "nobody", plan, "2025-01-01", charged)
                .subscription("S-2", "C-2", plan, "2025-01-01", charged)
                .subscription("S-3", "C-1", UUID.randomUUID(), "2025-01-01", charged)
                .subscription(
                        "S-12",
                        "C-1",
                        plan,
                        "2025-01-01",
                        Map.of("chargedThrough", "2026-02-01", "propositionId", UUID.randomUUID()))
                .subscription("S-4", "C-1", plan, "2025-01-01", Map.of())
                .subscription("S-5", "C-1", plan, "2025-01-01", Map.of("chargedThrough", "2024-12-31"))
                .subscription("S-6", "C-1", plan, "2025-01-01", Map.of("chargedThrough", "2026-02-01", "seats", 0))
                .subscription("S-7", "C-1", plan, "2025-01-01", Map.of("chargedThrough", "2026-02-01", "base", "S-99"))
                .subscription(
                        "S-8",
                        "C-1",
                        plan,
                        "2025-01-01",
                        Map.of("chargedThrough", "2026-02-01", "prices", Map.of("none", catalog.money("1.00"))))
                .subscription(
                        "S-9",
                        "C-1",
                        tiered,
                        "2025-01-01",
                        Map.of("chargedThrough", "2026-02-01", "prices", Map.of("seat", catalog.money("1.00"))))
                .subscription(
                        "S-10", "C-1", plan, "2025-01-01", Map.of("chargedThrough", "2026-02-01", "planVersion", 7))
                .row("balance", Map.of("externalId", "B-1", "account", "C-1", "amount", catalog.money("0.00")))
                .row(
                        "receivable",
                        Map.of(
                                "externalId", "R-1",
                                "account", "C-1",
                                "amount", Map.of("amount", "1.00", "currency", "USD"),
                                "issuedOn", "2026-01-01",
                                "dueOn", "2026-01-02"))
                .subscription("S-11", "C-1", plan, "2025-01-01", charged);

        var tried = migration.tried();

        assertThat(migration.errors(tried))
                .containsExactlyInAnyOrder(
                        "2  malformed-json",
                        "4 /type import-type-unknown",
                        "5 /more unknown-property",
                        "6 /row/account/zone zone-unknown",
                        "7 /row/account/legalEntity legal-entity-unknown",
                        "8 /row/parent import-reference-unknown",
                        "9 /row/parent parent-cycle",
                        "10 /row/parent parent-cycle",
                        "11 /row/account import-reference-unknown",
                        "12 /row/account import-reference-unknown",
                        "13 /row/planId plan-not-published",
                        "14 /row/propositionId proposition-not-approved",
                        "15 /row/chargedThrough value-missing",
                        "16 /row/chargedThrough date-range",
                        "17 /row/seats seats-range",
                        "18 /row/base import-reference-unknown",
                        "19 /row/prices component-unknown",
                        "20 /row/prices/seat negotiated-price-model",
                        "21 /row/planId plan-not-published",
                        "22 /row/amount/amount amount-not-positive",
                        "23 /row/amount/currency currency-mismatch");
        assertThat(tried.get("counts").get("CHECKED").asInt()).isEqualTo(2);
        var active = migration.activated(tried);
        assertThat(migration.ids(active)).containsOnlyKeys("C-1", "S-11");
    }

    @Test
    void shouldLetGroupsRollUpAndAddOnsShareTheirBasesPeriods() {
        var base = catalog.plan("31.00");
        var addOn = catalog.plan("3.10", Map.of("addOnOf", base));
        var migration = new Migration(shop)
                .subscription("S-2", "C-2", addOn, "2025-06-10", Map.of("chargedThrough", "2026-02-15", "base", "S-1"))
                .subscription("S-1", "C-2", base, "2025-01-15", "2026-02-15")
                .account("C-2", Map.of("parent", "C-1"), Map.of("rollUp", true))
                .account("C-1");
        var active = migration.active();

        shop.moveClock("2026-02-16T00:00:00Z").statusCode(200);

        var invoice = migration.contract(active, "S-1").lines();
        assertThat(invoice).isEmpty();
        List<String> payers = Sql.column("SELECT account_id FROM invoice WHERE tenant_id = ?", shop.tenant);
        assertThat(payers).containsExactly(migration.ids(active).get("C-1").toString());
        List<String> periods = Sql.column(
                "SELECT period_start || '..' || period_end || ' ' || amount_minor FROM charge WHERE tenant_id = ?"
                        + " ORDER BY amount_minor",
                shop.tenant);
        assertThat(periods).containsExactly("2026-02-15..2026-03-15 310", "2026-02-15..2026-03-15 3100");
    }

    @Test
    void shouldChargeWhatWasNegotiated() {
        var plan = catalog.seatPlan("4.90", Map.of());
        var migration = new Migration(shop)
                .account("C-1")
                .subscription(
                        "S-1",
                        "C-1",
                        plan,
                        "2025-01-01",
                        Map.of(
                                "chargedThrough",
                                "2026-02-01",
                                "seats",
                                10,
                                "prices",
                                Map.of("seat", catalog.money("3.33"))));
        var active = migration.active();

        shop.moveClock("2026-02-02T00:00:00Z").statusCode(200);

        assertThat(migration.contract(active, "S-1").lines())
                .containsExactly("2026-02-01 RECURRING 2026-02-01..2026-03-01 33.30");
    }

    /** Whatever is decided before the day up to which everything is charged, no earlier day is charged. */
    @Test
    void shouldChargeNoEarlierDayWhateverIsDecided() {
        var plan = catalog.seatPlan("3.10", Map.of());
        var better = catalog.seatPlan("6.20", Map.of());
        var migration = new Migration(shop).account("C-1");
        for (var name : List.of("seats", "plan", "cancelled", "back")) {
            migration.subscription(name, "C-1", plan, "2025-01-01", Map.of("chargedThrough", "2026-02-01", "seats", 2));
        }
        var active = migration.active();

        migration.contract(active, "seats").decide("seat-changes", Map.of("seats", 4));
        migration.contract(active, "plan").decide("plan-changes", Map.of("planId", better));
        migration.contract(active, "cancelled").decide("cancellations", Map.of("effective", "NOW"));
        migration.contract(active, "back").decide("cancellations", Map.of("effective", "NOW"));
        migration.contract(active, "back").decide("reactivations", null);

        assertThat(Sql.number("SELECT count(*) FROM charge WHERE tenant_id = ?", shop.tenant))
                .isZero();
        shop.moveClock("2026-02-01T00:00:00Z").statusCode(200);
        assertThat(migration.contract(active, "seats").lines("2026-02-01"))
                .contains("RECURRING 2026-02-01..2026-03-01 12.40");
        assertThat(migration.contract(active, "plan").lines("2026-02-01"))
                .contains("RECURRING 2026-02-01..2026-03-01 12.40");
        assertThat(Sql.column(
                        "SELECT count(*) FROM charge WHERE tenant_id = ? AND subscription_id = ?::uuid",
                        shop.tenant,
                        migration.ids(active).get("cancelled").toString()))
                .containsExactly("0");
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldAnswerOnceForAKey() {
        var lines = "{\"type\":\"account\",\"row\":{}}\n";
        var key = UUID.randomUUID().toString();
        var first = keyed(key, lines);

        assertThat(keyed(key, lines)).isEqualTo(first);
        shop.as("ops").get("/subscription-imports").then().body("items", hasSize(1));
        shop.as("admin")
                .header("Idempotency-Key", key)
                .contentType("application/x-ndjson")
                .body((lines + lines).getBytes(StandardCharsets.UTF_8))
                .post("/subscription-imports")
                .then()
                .statusCode(422);
    }

    private String keyed(String key, String lines) {
        return shop.as("admin")
                .header("Idempotency-Key", key)
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/subscription-imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    @Test
    void shouldRefuseAnEmptyBodyAndOtherRoles() {
        Migration.send(shop, "admin", "/subscription-imports", "")
                .statusCode(400)
                .body("errors[0].code", equalTo("body-missing"));
        Migration.send(shop, "admin", "/subscription-imports", "a\0b")
                .statusCode(400)
                .body("errors[0].code", equalTo("import-line-invalid"));
        for (var role : List.of("sales", "success", "billing", "partner", "ops")) {
            Migration.send(shop, role, "/subscription-imports", "{}").statusCode(403);
        }
    }

    @Test
    void shouldBeNothingToAnotherTenant() {
        var mine = new Migration(shop).account("C-1");
        var tried = mine.tried();
        var other = Shop.live();

        for (var path : List.of("", "/errors", "/result")) {
            other.as("admin").get(Migration.path(tried) + path).then().statusCode(404);
        }
        for (var command : List.of("activations", "cancellations", "restarts")) {
            other.as("admin")
                    .header("If-Match", "\"0\"")
                    .body("{}")
                    .post(Migration.path(tried) + "/" + command)
                    .then()
                    .statusCode(404);
        }
        other.as("ops").get("/subscription-imports").then().body("items", hasSize(0));
        // And its names are not the other's.
        var theirs = new Migration(other).account("C-1", Map.of(), Map.of("name", "Theirs"));
        mine.activated(tried);
        assertThat(theirs.active().get("counts").get("TAKEN").asInt()).isEqualTo(1);
    }

    @Test
    void shouldBeGivenUpBeforeItIsReal() {
        var migration = new Migration(shop).account("C-1");
        var tried = migration.tried();

        var cancelled = cancel(tried);

        assertThat(cancelled.get("status").asText()).isEqualTo("CANCELLED");
        migration.activate(cancelled, Map.of()).statusCode(409).body("code", equalTo("import-not-shadow"));
        shop.as("admin")
                .post(Migration.path(tried) + "/cancellations")
                .then()
                .statusCode(409)
                .body("code", equalTo("import-not-cancellable"));
        var active = migration.active();
        shop.as("admin").post(Migration.path(active) + "/cancellations").then().statusCode(409);
        shop.as("admin")
                .header("If-Match", '"' + active.get("version").asText() + '"')
                .post(Migration.path(active) + "/restarts")
                .then()
                .statusCode(409)
                .body("code", equalTo("import-not-failed"));
        migration.activate(tried, Map.of()).statusCode(412);
    }

    private JsonNode cancel(JsonNode job) {
        return Contract.read(shop.as("admin")
                .post(Migration.path(job) + "/cancellations")
                .then()
                .statusCode(200));
    }
}

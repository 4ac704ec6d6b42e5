package dev.rivulet.subscription.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What would be billed beside what another system expects, before anything is real. */
@QuarkusTest
class ComparisonResourceTest {

    private Shop shop;
    private Catalog catalog;
    private Migration migration;

    @BeforeEach
    void open() {
        shop = Shop.at("2026-01-20T10:00:00Z");
        catalog = Catalog.of(shop);
        var plan = catalog.plan("31.00");
        migration = new Migration(shop)
                .account("C-1", Map.of(), Map.of("billingDay", 5))
                .account("C-2", Map.of("parent", "C-1"), Map.of("rollUp", true))
                .account("C-3")
                .subscription("S-1", "C-1", plan, "2025-01-31", "2026-01-31")
                .subscription("S-2", "C-2", plan, "2025-01-01", "2026-02-01")
                .subscription(
                        "S-3",
                        "C-3",
                        catalog.seatPlan("4.90", Map.of()),
                        "2025-01-01",
                        Map.of("chargedThrough", "2026-02-01", "seats", 10))
                .subscription("S-4", "C-3", plan, "2025-01-15", "2026-01-15");
    }

    @Test
    void shouldReportMatchesAndEachDifferenceWithItsExplanation() {
        var tried = migration.tried();
        var before = charges();

        var comparison = compare(
                tried,
                expected("subscription", "S-1", "2026-01-31", "2026-02-28", "31.00"),
                expected("subscription", "S-1", "2026-02-28", "2026-03-31", "31.00"),
                expected("subscription", "S-2", "2026-02-01", "2026-03-01", "31.01"),
                expected("subscription", "S-3", "2026-02-01", "2026-03-01", "44.10"),
                expected("subscription", "S-4", "2025-12-15", "2026-01-15", "31.00"),
                expected("subscription", "S-4", "2026-02-15", "2026-03-15", "31.00"),
                expected("account", "C-1", "2026-02-01", "2026-03-01", "62.00"),
                expected("subscription", "S-9", "2026-02-01", "2026-03-01", "31.00"),
                "{\"subscription\":\"S-1\"}",
                expected("subscription", "S-1", "2026-03-31", "2026-03-31", "31.00"));

        assertThat(comparison.get("status").asText()).isEqualTo("COMPARED");
        assertThat(findings(comparison))
                .containsExactlyInAnyOrder(
                        "S-1 2026-01-31 MATCH",
                        "S-1 2026-02-28 MATCH",
                        "S-2 2026-02-01 DIFFERENT ROUNDING",
                        "S-3 2026-02-01 DIFFERENT PRICE",
                        "S-4 2025-12-15 MISSING CHARGED_THROUGH",
                        "S-4 2026-02-15 MATCH",
                        "S-4 2026-01-15 UNEXPECTED NOT_EXPECTED",
                        "C-1 2026-02-01 MATCH");
        assertThat(migration.errors(
                        "/subscription-comparisons/" + comparison.get("id").asText()))
                .containsExactlyInAnyOrder(
                        "8 /subscription import-reference-unknown",
                        "9 /amount value-missing",
                        "9 /periodEnd value-missing",
                        "9 /periodStart value-missing",
                        "10 /periodEnd range-backwards");
        var price = finding(comparison, "DIFFERENT", "S-3");
        assertThat(price.at("/billed/amount").asText()).isEqualTo("49.00");
        var seats = line(price, "seat");
        assertThat(seats.get("quantity").asText()).isEqualTo("10");
        assertThat(seats.get("planVersion").asInt()).isEqualTo(1);
        assertThat(seats.at("/explanation/steps/0/amount").decimalValue()).isEqualByComparingTo("49");
        assertThat(price.get("detail").asText()).contains("price");
        var total = total(comparison, "PRICE");
        assertThat(total.at("/difference/amount").asText()).isEqualTo("4.90");
        // Nothing of it was issued.
        assertThat(charges()).isEqualTo(before);
    }

    /** What is compared is what comes: the run then does just that. */
    @Test
    void shouldForetellWhatTheRunDoes() {
        var tried = migration.tried();
        var wrong = compare(tried, expected("account", "C-1", "2026-01-31", "2026-03-05", "0.00"));
        var foretold = finding(wrong, "DIFFERENT", null);

        var active = migration.activated(tried);
        shop.moveClock("2026-03-06T00:00:00Z").statusCode(200);

        var lines = new ArrayList<String>();
        foretold.get("lines")
                .forEach(line -> lines.add(line.get("periodStart").asText() + " "
                        + line.get("periodEnd").asText() + " "
                        + line.at("/amount/amount").asText()));
        assertThat(Sql.column(
                        "SELECT period_start || ' ' || period_end || ' ' || amount_minor / 100 || '.00' FROM charge"
                                + " WHERE tenant_id = ? AND payer_id = ?::uuid AND period_start < '2026-03-05'",
                        shop.tenant,
                        migration.ids(active).get("C-1").toString()))
                .containsExactlyInAnyOrderElementsOf(lines)
                .hasSize(4);
    }

    @Test
    void shouldCompareADryRunAndWhatIsReal() {
        var dry = migration.tried("?dryRun=true");
        assertThat(findings(compare(dry, expected("subscription", "S-2", "2026-02-01", "2026-03-01", "31.00"))))
                .containsExactly("S-2 2026-02-01 MATCH");
        assertThat(charges()).isZero();

        var active = migration.active();
        assertThat(findings(compare(active, expected("subscription", "S-2", "2026-02-01", "2026-03-01", "31.00"))))
                .containsExactly("S-2 2026-02-01 MATCH");
    }

    @Test
    void shouldTellTaxAndDiscount() {
        shop.as("admin")
                .body(Map.of(
                        "code", "vat", "name", "VAT", "percent", "19", "inclusive", false, "validFrom", "2020-01-01"))
                .post("/tax-rates")
                .then()
                .statusCode(201);
        shop.as("admin")
                .body(List.of(Map.of("code", "vat")))
                .put("/tax-rules")
                .then()
                .statusCode(200);
        var tried = migration.tried();

        assertThat(findings(compare(
                        tried,
                        expected("subscription", "S-2", "2026-02-01", "2026-03-01", "31.00"),
                        expected("subscription", "S-1", "2026-01-31", "2026-02-28", "36.89"))))
                .containsExactlyInAnyOrder("S-2 2026-02-01 DIFFERENT TAX", "S-1 2026-01-31 MATCH");
    }

    @Test
    void shouldBeOfAnImportThatIsTriedAndOfThisTenant() {
        var line = expected("subscription", "S-1", "2026-01-31", "2026-02-28", "31.00");
        Migration.send(shop, "billing", "/subscription-comparisons?importId=" + UUID.randomUUID(), line)
                .statusCode(404);
        Migration.send(shop, "billing", "/subscription-comparisons", line)
                .statusCode(400)
                .body("errors[0].code", equalTo("value-missing"));
        var tried = migration.tried();
        for (var role : List.of("sales", "success", "partner", "ops")) {
            Migration.send(
                            shop,
                            role,
                            "/subscription-comparisons?importId="
                                    + tried.get("id").asText(),
                            line)
                    .statusCode(403);
        }
        Migration.send(
                        Shop.live(),
                        "billing",
                        "/subscription-comparisons?importId=" + tried.get("id").asText(),
                        line)
                .statusCode(404);
        var comparison = compare(tried, line);
        var other = Shop.live();
        for (var path : List.of("", "/findings", "/errors")) {
            other.as("ops")
                    .get("/subscription-comparisons/" + comparison.get("id").asText() + path)
                    .then()
                    .statusCode(404);
        }
        shop.as("ops")
                .get("/subscription-comparisons?importId=" + tried.get("id").asText())
                .then()
                .body("items", hasSize(1));
        shop.as("ops")
                .get("/subscription-imports/" + comparison.get("id").asText())
                .then()
                .statusCode(404);
        shop.as("admin").post(Migration.path(tried) + "/cancellations").then().statusCode(200);
        Migration.send(
                        shop,
                        "billing",
                        "/subscription-comparisons?importId=" + tried.get("id").asText(),
                        line)
                .statusCode(409)
                .body("code", equalTo("import-not-tried"));
    }

    private long charges() {
        return Sql.number("SELECT count(*) FROM charge WHERE tenant_id = ?", shop.tenant);
    }

    private String expected(String kind, String name, String start, String end, String amount) {
        return Migration.text(
                Map.of(kind, name, "periodStart", start, "periodEnd", end, "amount", catalog.money(amount)));
    }

    private JsonNode compare(JsonNode tried, String... lines) {
        var id = Shop.id(Migration.send(
                        shop,
                        "billing",
                        "/subscription-comparisons?importId=" + tried.get("id").asText(),
                        String.join("\n", lines))
                .statusCode(202));
        return migration.rested("/subscription-comparisons/" + id);
    }

    private JsonNode all(JsonNode comparison, String query) {
        return migration
                .read("/subscription-comparisons/" + comparison.get("id").asText() + "/findings?limit=200" + query)
                .get("items");
    }

    private List<String> findings(JsonNode comparison) {
        var findings = new ArrayList<String>();
        all(comparison, "")
                .forEach(finding -> findings.add((name(finding) + " "
                                + finding.get("periodStart").asText() + " "
                                + finding.get("verdict").asText() + " "
                                + finding.path("cause").asText())
                        .strip()));
        return findings;
    }

    private JsonNode finding(JsonNode comparison, String verdict, String name) {
        for (var finding : all(comparison, "&verdict=" + verdict)) {
            if (name == null || name(finding).equals(name)) {
                return finding;
            }
        }
        throw new AssertionError(verdict + " " + name);
    }

    private static JsonNode line(JsonNode finding, String component) {
        for (var line : finding.get("lines")) {
            if (line.get("component").asText().equals(component)) {
                return line;
            }
        }
        throw new AssertionError(component);
    }

    private static String name(JsonNode finding) {
        return finding.path("subscription").asText() + finding.path("account").asText();
    }

    private static JsonNode total(JsonNode comparison, String cause) {
        for (var total : comparison.get("totals")) {
            if (total.path("cause").asText().equals(cause)) {
                return total;
            }
        }
        throw new AssertionError(cause);
    }
}

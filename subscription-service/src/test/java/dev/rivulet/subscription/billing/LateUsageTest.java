package dev.rivulet.subscription.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.kit.testing.Sql;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Metering;
import dev.rivulet.subscription.Shop;
import dev.rivulet.subscription.usage.Meter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Usage that comes after its day was invoiced is on the next invoice, once, with the reason why. */
@QuarkusTest
class LateUsageTest {

    @Inject
    InvoiceRun run;

    @Inject
    Tenants tenants;

    @Inject
    TenantClock clock;

    private Shop shop;
    private Metering metering;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        metering = Metering.of(shop);
    }

    /** A subscription with 80 calls in January, invoiced, and 40 more that came later. */
    private Contract late(UUID plan) {
        var contract = metering.catalog().sign(plan);
        metering.use(contract.account(), "80", "2025-01-10T12:00:00Z");
        shop.moveClock("2025-02-01T00:00:00Z").statusCode(200);
        metering.use(contract.account(), "30", "2025-01-20T12:00:00Z");
        metering.use(contract.account(), "10", "2025-01-31T23:59:59Z");
        return contract;
    }

    @Test
    void shouldBeOnTheNextInvoiceWithItsReason() {
        var contract = late(metering.graduated("9.00", Map.of(), Map.of()));
        metering.use(contract.account(), "5", "2025-02-03T12:00:00Z");
        assertThat(Metering.lines(contract)).containsExactly("2025-02-01 USAGE 80 80.00");
        var foreseen = Contract.read(shop.as("ops")
                .get("/accounts/" + contract.account() + "/forecast?months=2")
                .then()
                .statusCode(200));

        shop.moveClock("2025-03-01T10:00:00Z").statusCode(200);

        // 100 × 1.00 + 20 × 0.50 − 80.00
        assertThat(Metering.lines(contract))
                .containsExactlyInAnyOrder(
                        "2025-02-01 USAGE 80 80.00",
                        "2025-03-01 USAGE_ADJUSTMENT 120 30.00",
                        "2025-03-01 USAGE 5 5.00");
        assertThat(Contract.plain(foreseen.at("/invoices/0/lines")))
                .isEqualTo(Contract.plain(contract.lastInvoice().get("lines")));
        var line = adjustment(contract);
        assertThat(line.get("periodStart").asText()).isEqualTo("2025-01-01");
        assertThat(line.get("periodEnd").asText()).isEqualTo("2025-02-01");
        shop.as("billing")
                .get("/invoices/" + contract.lastInvoice().get("id").asText() + "/lines/" + line.get("position")
                        + "/explanation")
                .then()
                .statusCode(200)
                .body("matches", equalTo(true))
                .body("explanation.reason", equalTo("USAGE_ADJUSTMENT"))
                .body("explanation.already.amount", equalTo("80.00"))
                .body("explanation.steps.size()", equalTo(2))
                .body("explanation.late.quantityBefore", equalTo("80"))
                .body("explanation.late.days.day", equalTo(List.of("2025-01-20", "2025-01-31")))
                .body("explanation.late.days.quantity", equalTo(List.of("30", "10")));
        shop.as("billing")
                .queryParam("accountId", contract.account())
                .get("/usage-corrections")
                .then()
                .body("items.findAll { it.claimedAt != null }.size()", equalTo(2));

        // Once, and what comes later still starts from there.
        metering.use(contract.account(), "2", "2025-01-05T12:00:00Z");
        shop.moveClock("2025-04-02T10:00:00Z").statusCode(200);
        assertThat(Metering.lines(contract)).contains("2025-04-01 USAGE_ADJUSTMENT 122 1.00");
        shop.moveClock("2025-06-02T10:00:00Z").statusCode(200);
        assertThat(Metering.lines(contract).stream().filter(each -> each.contains("ADJUSTMENT")))
                .hasSize(2);
        new Invariants(shop).shouldHold();
    }

    private static JsonNode adjustment(Contract contract) {
        return contract.lastInvoice()
                .get("lines")
                .valueStream()
                .filter(each -> each.get("kind").asText().equals("USAGE_ADJUSTMENT"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldJoinWhatADecisionBringsAsItsRehearsalSays() {
        var contract = late(metering.graduated("28.00", Map.of(), Map.of()));

        contract.decide("plan-changes", Map.of("planId", metering.catalog().plan("280.00"), "when", "NOW"));

        assertThat(Metering.lines(contract)).contains("2025-02-01 USAGE_ADJUSTMENT 120 30.00");
    }

    @Test
    void shouldJoinAnInvoiceMadeByHand() {
        var contract = late(metering.graduated("9.00", Map.of(), Map.of()));

        shop.as("billing")
                .post("/accounts/" + contract.account() + "/invoices")
                .then()
                .statusCode(201)
                .body("lines.kind", equalTo(List.of("USAGE_ADJUSTMENT")))
                .body("total.amount", equalTo("30.00"));
    }

    @Test
    void shouldGiveBackWhereMoreCostsLess() {
        var contract = late(metering.tiered("VOLUME", "9.00", Map.of(), Map.of()));

        shop.moveClock("2025-03-01T10:00:00Z").statusCode(200);

        assertThat(Metering.lines(contract)).contains("2025-03-01 USAGE_ADJUSTMENT 120 -20.00");
    }

    @Test
    void shouldBeGivenBackOfTheChargeThatAskedForIt() {
        var contract = late(metering.tiered("VOLUME", "9.00", Map.of(), Map.of()));
        var usage = contract.lastInvoice().get("lines").get(0);
        assertThat(usage.get("kind").asText()).isEqualTo("USAGE");

        shop.moveClock("2025-03-01T10:00:00Z").statusCode(200);

        var line = adjustment(contract);
        assertThat(line.get("creditOf")).isEqualTo(usage.get("chargeId"));
        shop.as("billing")
                .get("/invoices/" + contract.lastInvoice().get("id").asText() + "/lines/" + line.get("position")
                        + "/explanation")
                .then()
                .statusCode(200)
                .body("matches", equalTo(true))
                .body("explanation.already.amount", equalTo("80.00"));
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldChargeNothingBelowTheMinimumThatWasCharged() {
        var contract = late(metering.graduated("9.00", Map.of(), Map.of("minimumCharge", "150.00")));

        shop.moveClock("2025-03-01T10:00:00Z").statusCode(200);

        assertThat(Metering.lines(contract))
                .startsWith("2025-02-01 USAGE 80 80.00", "2025-02-01 TRUE_UP 1 70.00")
                .noneMatch(line -> line.contains("ADJUSTMENT"));
        assertThat(Sql.number(
                        "SELECT count(*) FROM usage_correction WHERE tenant_id = ? AND claimed_at IS NULL",
                        shop.tenant))
                .isZero();
    }

    @Test
    void shouldTakeOffWhatACommitmentWasChargedWith() {
        var contract = late(metering.graduated(
                "9.00", Map.of("minimumCommitment", metering.catalog().money("100.00")), Map.of()));

        shop.moveClock("2025-03-01T10:00:00Z").statusCode(200);

        // 9.00 and 80.00 were 11.00 short of 100.00; with 110.00 of usage nothing is.
        assertThat(Metering.lines(contract))
                .contains(
                        "2025-02-01 COMMITMENT_TRUE_UP 1 11.00",
                        "2025-03-01 USAGE_ADJUSTMENT 120 30.00",
                        "2025-03-01 USAGE_ADJUSTMENT 1 -11.00");
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldBeInvoicedByItselfWhereNothingElseIsToCome() {
        var contract = metering.catalog().sign(metering.graduated("9.00", Map.of(), Map.of()));
        metering.use(contract.account(), "80", "2025-01-10T12:00:00Z");
        contract.decide("cancellations", Map.of("effective", "END_OF_PERIOD"));
        shop.moveClock("2025-02-02T00:00:00Z").statusCode(200);

        metering.use(contract.account(), "40", "2025-01-20T12:00:00Z");

        await().atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(Metering.lines(contract))
                        .containsExactly("2025-02-01 USAGE 80 80.00", "2025-02-02 USAGE_ADJUSTMENT 120 30.00"));
    }

    @Test
    void shouldBeChargedOnceHoweverManyRunsThereAre() throws Exception {
        var plan = metering.graduated("9.00", Map.of(), Map.of());
        var contracts = new ArrayList<Contract>();
        for (var i = 0; i < 12; i++) {
            contracts.add(metering.catalog().sign(plan));
        }
        shop.moveClock("2025-02-01T00:00:00Z").statusCode(200);
        var meter = new Meter(shop);
        Meter.send(contracts.stream()
                .map(contract -> meter.event(
                        contract.id().toString(),
                        contract.account(),
                        "u",
                        "120",
                        Instant.parse("2025-01-20T12:00:00Z")))
                .toList());
        meter.eventually(
                "/usage-corrections?limit=200",
                page -> assertThat(page.get("items")).hasSize(12));

        tenants.as(shop.tenant, () -> {
            QuarkusTransaction.requiringNew().run(() -> clock.moveTo(Instant.parse("2025-03-01T12:00:00Z")));
            return true;
        });
        try (var threads = Executors.newFixedThreadPool(3)) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < 3; i++) {
                running.add(threads.submit(() -> tenants.as(shop.tenant, run::runToTheEnd)));
            }
            for (var each : running) {
                each.get();
            }
        }

        for (var contract : contracts) {
            assertThat(Metering.lines(contract).stream().filter(line -> line.contains("ADJUSTMENT")))
                    .containsExactly("2025-03-01 USAGE_ADJUSTMENT 120 110.00");
        }
        new Invariants(shop).shouldHold();
    }

    @Test
    void shouldLeaveUsageAloneThatWasNeverCharged() {
        var plan = metering.graduated("9.00", Map.of(), Map.of());
        var contract = metering.catalog().sign(plan);
        metering.use(contract.account(), "80", "2025-01-10T12:00:00Z");
        shop.moveClock("2025-02-01T00:00:00Z").statusCode(200);
        var invoice = contract.lastInvoice();
        shop.as("billing")
                .header("If-Match", "\"" + invoice.get("version").asText() + "\"")
                .body(Map.of("reason", "All of January was a mistake"))
                .post("/invoices/" + invoice.get("id").asText() + "/voids")
                .then()
                .statusCode(200);

        metering.use(contract.account(), "40", "2025-01-20T12:00:00Z");
        shop.moveClock("2025-03-01T10:00:00Z").statusCode(200);

        assertThat(contract.lines("2025-03-01")).containsExactly("RECURRING 2025-03-01..2025-04-01 9.00");
        assertThat(Metering.lines(contract)).noneMatch(line -> line.contains("ADJUSTMENT"));
    }
}

package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Metering;
import dev.rivulet.subscription.SalesDesk;
import dev.rivulet.subscription.Shop;
import dev.rivulet.subscription.billing.InvoiceRun;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions on a subscription while it is billed, or while another takes it for granted: whoever is second knows. */
@QuarkusTest
class RunRivalryTest {

    private static final int CONTRACTS = 6;

    @Inject
    InvoiceRun run;

    @Inject
    Tenants tenants;

    @Inject
    TenantClock clock;

    private Shop shop;
    private Catalog catalog;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
    }

    /** On the first day of a period, decided while that is billed: it costs what it costs then, whoever was first. */
    @ParameterizedTest
    @CsvSource({"cancellations, 31.00", "pauses, 31.00", "plan-changes, 93.00", "seat-changes, 248.00"})
    void shouldComeToTheSameBeforeAndAfterTheRun(String command, String sum) throws Exception {
        var plan = catalog.seatPlan("31.00", Map.of());
        var body = body(command);
        var contracts =
                Stream.generate(() -> catalog.sign(plan)).limit(CONTRACTS).toList();
        wakeUpAt("2025-02-01T10:00:00Z");
        var answers = new ConcurrentHashMap<Contract, Integer>();
        var calls = new ArrayList<Callable<Integer>>();
        calls.add(() -> (int) tenants.as(shop.tenant, run::runToTheEnd).failed());
        contracts.forEach(contract -> calls.add(() -> {
            var status = contract.tryTo(command, body, "\"0\"").extract().statusCode();
            answers.put(contract, status);
            return 0;
        }));

        assertThat(SalesDesk.atOnce(calls)).containsOnly(0);

        shop.moveClock("2025-02-15T10:00:00Z").body("failed", equalTo(0));
        assertThat(answers).hasSize(CONTRACTS);
        answers.forEach((contract, status) -> {
            assertThat(status).isIn(200, 409, 412);
            assertThat(Metering.sum(contract))
                    .as(command + " " + status)
                    .isEqualByComparingTo(status == 200 ? sum : "62.00");
        });
        assertThat(answers.values()).contains(200);
        new Invariants(shop).shouldHold();
    }

    private Map<String, Object> body(String command) {
        var body = new HashMap<String, Object>();
        switch (command) {
            case "cancellations" -> body.put("effective", "NOW");
            case "plan-changes" -> body.put("planId", catalog.seatPlan("62.00", Map.of()));
            case "seat-changes" -> body.put("seats", 7);
            default -> body.put("on", null);
        }
        return body;
    }

    @Test
    void shouldNotBuyInAdditionToWhatHasEnded() throws Exception {
        var plan = catalog.plan("31.00");
        var addOn = catalog.plan("12.40", Map.of("addOnOf", plan));
        shop.moveClock("2025-01-11T10:00:00Z");
        for (var round = 0; round < 4; round++) {
            var base = catalog.sign(plan);
            var answers = new ConcurrentHashMap<String, Integer>();
            SalesDesk.atOnce(
                    List.of(() -> answer(answers, "end", end(base)), () -> answer(answers, "buy", buy(base, addOn))));

            if (answers.get("buy") == 201) {
                // What was bought first ends with it, or was not known to who decided.
                assertThat(answers.get("end")).isIn(200, 409, 412);
            } else {
                assertThat(answers.get("buy")).isIn(409, 422);
                assertThat(answers).containsEntry("end", 200);
            }
        }
        shop.moveClock("2025-03-11T10:00:00Z").body("failed", equalTo(0));
        new Invariants(shop).shouldHold();
    }

    private static int answer(Map<String, Integer> answers, String what, int status) {
        answers.put(what, status);
        return status;
    }

    private static int end(Contract base) {
        return base.tryTo("cancellations", Map.of("effective", "NOW"), "\"0\"")
                .extract()
                .statusCode();
    }

    private int buy(Contract base, UUID addOn) {
        return shop.as("sales")
                .body(catalog.request(base.account(), addOn, Map.of("baseSubscriptionId", base.id())))
                .post("/subscriptions")
                .statusCode();
    }

    /** The clock moves without the run that a request would start. */
    private void wakeUpAt(String now) {
        tenants.as(shop.tenant, () -> {
            QuarkusTransaction.requiringNew().run(() -> clock.moveTo(Instant.parse(now)));
            return now;
        });
    }
}

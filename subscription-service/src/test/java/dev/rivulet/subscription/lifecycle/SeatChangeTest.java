package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More seats at once, fewer with the next period; a period pays for the most it had. */
@QuarkusTest
class SeatChangeTest {

    private Shop shop;
    private Catalog catalog;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
    }

    private Contract signed(int seats) {
        return catalog.sign(catalog.account(), catalog.seatPlan("3.10", Map.of()), Map.of("seats", seats));
    }

    @Test
    void shouldChargeMoreSeatsForTheDaysLeft() {
        var contract = signed(10);
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("seat-changes", Map.of("seats", 15)).body("seats", equalTo(15));

        // 15 seats for 21 of 31 days, less what 10 seats had paid for them.
        assertThat(contract.lines("2025-01-11"))
                .containsExactly("CREDIT 2025-01-11..2025-02-01 -21.00", "RECURRING 2025-01-11..2025-02-01 31.50");
        assertThat(contract.mrr()).isEqualTo("46.50");
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines("2025-02-01")).contains("RECURRING 2025-02-01..2025-03-01 46.50");
    }

    @Test
    void shouldGiveUpSeatsWithTheNextPeriodAndTakeThemBackForNothing() {
        var contract = signed(10);
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("seat-changes", Map.of("seats", 4)).body("seats", equalTo(10));
        contract.decide("seat-changes", Map.of("seats", 10)).body("seats", equalTo(10));
        contract.decide("seat-changes", Map.of("seats", 6));

        assertThat(contract.lines("2025-01-11")).isEmpty();
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 18.60");
        assertThat(contract.view().get("seats").asInt()).isEqualTo(6);
    }

    @Test
    void shouldGiveUpSeatsAtOnceWhereThatIsAskedFor() {
        var contract = signed(10);
        shop.pay(contract.lastInvoice().get("id").asText(), "31.00", "EUR", "T-1", "2025-01-01")
                .statusCode(201);
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("seat-changes", Map.of("seats", 4, "when", "NOW")).body("seats", equalTo(4));

        assertThat(contract.lines("2025-01-11"))
                .containsExactly("CREDIT 2025-01-11..2025-02-01 -21.00", "RECURRING 2025-01-11..2025-02-01 8.40");
        assertThat(contract.balance()).isEqualTo("12.60");
    }

    @Test
    void shouldChangeOnADayToCome() {
        var contract = signed(10);

        contract.decide("seat-changes", Map.of("seats", 20, "on", "2025-02-01"));

        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-03-01 62.00");
    }

    @Test
    void shouldNotCutAFeeThatIsTheSameForAnyNumber() {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("seat-changes", Map.of("seats", 50)).body("seats", equalTo(50));

        assertThat(contract.lines("2025-01-11")).isEmpty();
    }

    @Test
    void shouldChargeSeatsInArrearsForTheirDays() {
        var plan = catalog.seatPlan("3.10", Map.of("billing", "IN_ARREARS"));
        var contract = catalog.sign(catalog.account(), plan, Map.of("seats", 10));
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("seat-changes", Map.of("seats", 20));

        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines().stream().map(line -> line.substring(11)))
                .containsExactly("RECURRING 2025-01-01..2025-01-11 10.00", "RECURRING 2025-01-11..2025-02-01 42.00");
    }

    @Test
    void shouldChangeSeatsInATrialAndBeforeTheStart() {
        var plan = catalog.seatPlan("3.10", Map.of("trialDays", 10));
        var contract = catalog.sign(catalog.account(), plan, Map.of("seats", 10, "startDate", "2025-01-05"));

        contract.decide("seat-changes", Map.of("seats", 20)).body("seats", equalTo(20));
        shop.moveClock("2025-01-07T10:00:00Z");
        contract.decide("seat-changes", Map.of("seats", 30)).body("seats", equalTo(30));

        shop.moveClock("2025-01-15T10:00:00Z");
        assertThat(contract.lines()).containsExactly("2025-01-15 RECURRING 2025-01-15..2025-02-15 93.00");
    }

    @Test
    void shouldRefuseWhatChangesNothingOrDoesNotFit() {
        var contract = signed(10);

        contract.tryTo("seat-changes", Map.of("seats", 10)).statusCode(409).body("code", equalTo("seats-unchanged"));
        contract.tryTo("seat-changes", Map.of("seats", 100_001))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/seats"));
        contract.tryTo("seat-changes", Map.of("seats", 11, "on", "2024-12-31"))
                .statusCode(422)
                .body("errors[0].code", equalTo("effective-date-range"))
                .body("errors[0].pointer", equalTo("/on"));
        contract.tryTo("seat-changes", Map.of("seats", 11, "when", "SOON"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/when"));
        assertThat(contract.changes()).isEmpty();
    }
}

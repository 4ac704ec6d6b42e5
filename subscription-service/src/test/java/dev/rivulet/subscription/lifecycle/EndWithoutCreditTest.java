package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Contract;
import dev.rivulet.subscription.Invariants;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who ends without a credit has paid the period to its end, whatever else takes effect before. */
@QuarkusTest
class EndWithoutCreditTest {

    private Shop shop;
    private Catalog catalog;
    private UUID large;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
        large = catalog.plan("62.00");
    }

    @AfterEach
    void shouldKeepTheBooks() {
        new Invariants(shop).shouldHold();
    }

    private static void end(Contract contract, String day) {
        contract.decide("cancellations", Map.of("effective", "DATE", "on", day, "credit", "NONE"));
    }

    private static void change(Contract contract, UUID plan, String day) {
        contract.decide("plan-changes", Map.of("planId", plan, "when", "DATE", "on", day));
    }

    /** Decided early or on the day: it costs the same. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldGiveBackForTheChangeAndNotForTheEnd(boolean early) {
        var contract = catalog.sign(catalog.plan("31.00"));
        change(contract, large, "2025-01-11");
        if (early) {
            end(contract, "2025-01-21");
        }
        shop.moveClock("2025-01-21T10:00:00Z");
        if (!early) {
            end(contract, "2025-01-21");
        }
        shop.moveClock("2025-03-01T10:00:00Z");

        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-01-11 CREDIT 2025-01-11..2025-02-01 -21.00",
                        "2025-01-11 RECURRING 2025-01-11..2025-02-01 42.00");
        assertThat(contract.view().get("endDate").asText()).isEqualTo("2025-01-21");
        assertThat(contract.mrr()).isEqualTo("0");
    }

    @Test
    void shouldChargeSeatsToComeForThePeriodThatIsPaid() {
        var contract = catalog.sign(catalog.account(), catalog.seatPlan("31.00", Map.of()), Map.of("seats", 2));
        contract.decide("seat-changes", Map.of("seats", 1, "when", "DATE", "on", "2025-01-11"));
        end(contract, "2025-01-21");

        shop.moveClock("2025-03-01T10:00:00Z");

        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 62.00",
                        "2025-01-11 CREDIT 2025-01-11..2025-02-01 -42.00",
                        "2025-01-11 RECURRING 2025-01-11..2025-02-01 21.00");
    }

    /** A longer period that begins before the end is paid as far as the one that was paid already. */
    @Test
    void shouldChargeALongerPeriodNoFurther() {
        var contract = catalog.sign(catalog.plan("31.00"));
        change(contract, catalog.plan("365.00", Map.of("period", "YEAR")), "2025-01-11");
        end(contract, "2025-01-21");

        shop.moveClock("2025-03-01T10:00:00Z");

        assertThat(contract.lines("2025-01-11"))
                .containsExactly("CREDIT 2025-01-11..2025-02-01 -21.00", "RECURRING 2025-01-11..2025-02-01 21.00");
        assertThat(contract.lines("2025-02")).isEmpty();
    }

    /** A period that has not begun is charged up to the end that is known by then. */
    @Test
    void shouldChargeAPeriodToComeUpToItsEndOnly() {
        var contract = catalog.sign(catalog.plan("31.00"));
        change(contract, large, "2025-01-11");
        end(contract, "2025-02-15");

        shop.moveClock("2025-03-01T10:00:00Z");

        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-02-15 31.00");
        assertThat(contract.lines("2025-02-15")).isEmpty();
    }

    @Test
    void shouldGoOnAfterItsEndWhereItIsPaidFor() {
        var contract = catalog.sign(catalog.plan("31.00"));
        change(contract, large, "2025-01-11");
        end(contract, "2025-01-21");
        shop.moveClock("2025-01-25T10:00:00Z");
        assertThat(contract.view().get("status").asText()).isEqualTo("CANCELLED");

        contract.decide("reactivations", null);

        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines("2025-01-2")).isEmpty();
        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 62.00");
    }

    @Test
    void shouldGiveBackWhenItEndsEarlierWithACredit() {
        var contract = catalog.sign(catalog.plan("31.00"));
        change(contract, large, "2025-01-11");
        end(contract, "2025-01-21");
        shop.moveClock("2025-01-16T10:00:00Z");

        contract.decide("cancellations", Map.of("effective", "NOW"));

        assertThat(contract.lines("2025-01-16")).containsExactly("NOTE 2025-01-16..2025-02-01 32.00");
    }

    @Test
    void shouldBeAsIfNothingWasWhenItIsUndone() {
        var contract = catalog.sign(catalog.plan("31.00"));
        change(contract, large, "2025-01-11");
        end(contract, "2025-01-21");
        shop.moveClock("2025-01-16T10:00:00Z");

        contract.decide("changes/" + contract.changes().getLast().get("id").asText() + "/undoings", null);

        assertThat(contract.lines("2025-01-16")).isEmpty();
        shop.moveClock("2025-02-01T10:00:00Z");
        assertThat(contract.lines("2025-02-01")).containsExactly("RECURRING 2025-02-01..2025-03-01 62.00");
    }
}

package dev.rivulet.subscription.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.rivulet.subscription.Catalog;
import dev.rivulet.subscription.Shop;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods begin on another day from the end of the one that is paid for. */
@QuarkusTest
class AnchorMoveTest {

    private Shop shop;
    private Catalog catalog;

    @BeforeEach
    void open() {
        shop = Shop.at("2025-01-01T10:00:00Z");
        catalog = Catalog.of(shop);
    }

    private static Map<String, ?> day(int day) {
        return Map.of("anchor", Map.of("rule", "BILLING_DAY", "day", day));
    }

    @Test
    void shouldChargeTheDaysUpToTheNewDay() {
        var contract = catalog.sign(catalog.plan("31.00"));
        shop.moveClock("2025-01-11T10:00:00Z");

        contract.decide("billing-anchors", day(15));

        assertThat(contract.lines("2025-01-11")).isEmpty();
        shop.moveClock("2025-03-15T10:00:00Z");
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-02-15 14.00",
                        "2025-02-15 RECURRING 2025-02-15..2025-03-15 31.00",
                        "2025-03-15 RECURRING 2025-03-15..2025-04-15 31.00");
    }

    @Test
    void shouldMoveDuringATrialToo() {
        var contract = catalog.sign(catalog.plan("31.00", Map.of("trialDays", 10)));

        contract.decide("billing-anchors", day(20));

        shop.moveClock("2025-01-20T10:00:00Z");
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-11 RECURRING 2025-01-11..2025-01-20 9.00",
                        "2025-01-20 RECURRING 2025-01-20..2025-02-20 31.00");
    }

    @Test
    void shouldClampToShortMonthsAndReturn() {
        var contract = catalog.sign(catalog.plan("31.00"));

        contract.decide("billing-anchors", day(31));

        shop.moveClock("2025-04-30T10:00:00Z");
        assertThat(contract.lines())
                .containsExactly(
                        "2025-01-01 RECURRING 2025-01-01..2025-02-01 31.00",
                        "2025-02-01 RECURRING 2025-02-01..2025-02-28 29.89",
                        "2025-02-28 RECURRING 2025-02-28..2025-03-31 31.00",
                        "2025-03-31 RECURRING 2025-03-31..2025-04-30 31.00",
                        "2025-04-30 RECURRING 2025-04-30..2025-05-31 31.00");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    BILLING_DAY, -, -          , value-missing    , /anchor/day
                    BILLING_DAY, 0, -          , billing-day-range, /anchor/day
                    DATE       , -, -          , value-missing    , /anchor/date
                    FULL_MOON  , -, -          , value-invalid    , /anchor/rule
                    -          , 5, -          , value-missing    , /anchor/rule
                    """)
    void shouldRefuseWhatDoesNotFit(String rule, Integer day, String date, String code, String pointer) {
        var contract = catalog.sign(catalog.plan("31.00"));
        var anchor = new java.util.HashMap<String, Object>();
        anchor.put("rule", rule);
        anchor.put("day", day);
        anchor.put("date", date);

        contract.tryTo("billing-anchors", Map.of("anchor", anchor))
                .statusCode(400)
                .body("errors[0].code", equalTo(code))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void shouldRefuseADayThatHoldsAlready() {
        var contract = catalog.sign(
                catalog.account(), catalog.plan("31.00"), Map.of("anchor", Map.of("rule", "BILLING_DAY", "day", 15)));
        shop.moveClock("2025-01-16T10:00:00Z");
        contract.decide("billing-anchors", day(20));

        contract.tryTo("billing-anchors", day(20)).statusCode(409).body("code", equalTo("anchor-unchanged"));
        contract.tryTo("billing-anchors", Map.of()).statusCode(400).body("errors[0].pointer", equalTo("/anchor"));
    }
}

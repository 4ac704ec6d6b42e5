package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.price.FlatPrice;
import dev.rivulet.kit.price.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 10);

    private static PlanTerms plan(BillingPeriod period, int trialDays, Component... components) {
        return new PlanTerms(
                new PlanRef(UUID.nameUUIDFromBytes("a".getBytes()), 1, "a", null),
                period,
                Currency.getInstance("EUR"),
                List.of(components),
                null,
                trialDays,
                List.of(),
                null);
    }

    private static Component fee(String amount, Timing timing) {
        return Component.of("base", "", new FlatPrice(new BigDecimal(amount)), timing);
    }

    private static Component usage() {
        var metered = new Metered("lessons", "SUM");
        return new Component(
                "usage", "", new UnitPrice(BigDecimal.ONE), BigDecimal.ONE, Timing.IN_ARREARS, metered, null);
    }

    private static String shown(Timeline timeline, LocalDate day, LocalDate chargedThrough) {
        var standing = Standing.of(timeline, day, chargedThrough);
        var period = standing.period();
        return (period == null ? "-" : period.start() + ".." + period.end()) + " "
                + (standing.nextCharge() == null ? "-" : standing.nextCharge());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    before the start        , 2025-01-05, -                      , 2025-01-24
                    in the trial            , 2025-01-15, 2025-01-10..2025-01-24 , 2025-01-24
                    the part of a period    , 2025-01-25, 2025-01-24..2025-02-01 , 2025-02-01
                    a whole period          , 2025-02-14, 2025-02-01..2025-03-01 , 2025-03-01
                    after the end           , 2025-05-01, -                      , -
                    cut by the end          , 2025-04-10, 2025-04-01..2025-04-20 , -
                    """)
    void shouldTellThePeriodThatRuns(String what, LocalDate day, String period, String next) {
        var timeline = plan(BillingPeriod.MONTH, 14, fee("31", Timing.IN_ADVANCE))
                .expand(START, START, 1, new AnchorRule.BillingDay(1))
                .endedAt(LocalDate.of(2025, 4, 20));

        assertThat(shown(timeline, day, day)).as(what).isEqualTo(period + " " + next);
    }

    @Test
    void shouldKeepToThePeriodWhateverHappensInIt() {
        var timeline = plan(BillingPeriod.MONTH, 0, fee("31", Timing.IN_ADVANCE))
                .expand(START, null, 1, new AnchorRule.Anniversary())
                .quantityFrom(LocalDate.of(2025, 1, 20), 4)
                .pausedFrom(LocalDate.of(2025, 1, 25))
                .resumedFrom(LocalDate.of(2025, 2, 3));

        assertThat(shown(timeline, LocalDate.of(2025, 1, 27), LocalDate.of(2025, 1, 27)))
                .isEqualTo("2025-01-10..2025-02-10 2025-02-03");
        assertThat(shown(timeline, LocalDate.of(2025, 2, 4), LocalDate.of(2025, 2, 4)))
                .isEqualTo("2025-01-10..2025-02-10 2025-02-10");
    }

    @Test
    void shouldBeginAnewWhereOtherPeriodsDo() {
        var timeline = plan(BillingPeriod.MONTH, 0, fee("31", Timing.IN_ADVANCE))
                .expand(START, null, 1, new AnchorRule.Anniversary())
                .anchoredFrom(
                        LocalDate.of(2025, 2, 10),
                        Anchor.billingDay(BillingPeriod.MONTH, LocalDate.of(2025, 2, 10), 15));

        assertThat(shown(timeline, LocalDate.of(2025, 2, 12), LocalDate.of(2025, 2, 12)))
                .isEqualTo("2025-02-10..2025-02-15 2025-02-15");
    }

    @ParameterizedTest
    @CsvSource({"0, IN_ADVANCE, -", "31, IN_ARREARS, 2025-02-10", "31, IN_ADVANCE, 2025-02-10"})
    void shouldTellNoChargeOfNothing(String amount, Timing timing, String next) {
        var timeline =
                plan(BillingPeriod.MONTH, 0, fee(amount, timing)).expand(START, null, 1, new AnchorRule.Anniversary());

        assertThat(shown(timeline, START, START)).isEqualTo("2025-01-10..2025-02-10 " + next);
    }

    @Test
    void shouldCountUsageAsACharge() {
        var timeline = plan(BillingPeriod.MONTH, 0, fee("0", Timing.IN_ADVANCE), usage())
                .expand(START, null, 1, new AnchorRule.Anniversary());

        assertThat(shown(timeline, START, START)).isEqualTo("2025-01-10..2025-02-10 2025-02-10");
        // The last day may have been used, although no period begins on it.
        assertThat(shown(timeline.endedAt(LocalDate.of(2025, 2, 10)), LocalDate.of(2025, 1, 30), START))
                .isEqualTo("2025-01-10..2025-02-10 2025-02-10");
    }

    @Test
    void shouldTellAChargeThatIsStillToBeMade() {
        var timeline = plan(BillingPeriod.MONTH, 0, fee("31", Timing.IN_ADVANCE))
                .expand(START, null, 1, new AnchorRule.Anniversary());

        assertThat(shown(timeline, LocalDate.of(2025, 2, 12), LocalDate.of(2025, 1, 10)))
                .isEqualTo("2025-02-10..2025-03-10 2025-02-10");
        assertThat(shown(timeline, START.minusDays(1), null)).isEqualTo("- 2025-01-10");
        assertThat(shown(timeline.endedAt(START), START, null)).isEqualTo("- -");
    }
}

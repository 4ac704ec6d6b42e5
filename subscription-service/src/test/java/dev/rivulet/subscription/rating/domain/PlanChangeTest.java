package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.price.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was decided of the days to come goes over to another plan; other plans to come do not. */
class PlanChangeTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 11);

    private static Timeline plan(String name, BillingPeriod period, LocalDate from, long seats, AnchorRule rule) {
        var seat = Component.of("seat", "", new UnitPrice(BigDecimal.TEN), Timing.IN_ADVANCE);
        return new PlanTerms(
                        new PlanRef(UUID.nameUUIDFromBytes(name.getBytes()), 1, name, null),
                        period,
                        Currency.getInstance("EUR"),
                        List.of(seat),
                        null,
                        0,
                        List.of(),
                        null)
                .expand(from, null, seats, rule);
    }

    private static LocalDate february(int day) {
        return LocalDate.of(2025, 2, day);
    }

    /** Plan "a" for five; from February "b", from the 5th three seats, resting from the 10th to the 20th, and day 25. */
    private static Timeline decided() {
        var a = plan("a", BillingPeriod.MONTH, START, 5, new AnchorRule.Anniversary());
        var kept = new AnchorRule.Kept(a.terms().getFirst().anchor());
        return a.changedFrom(
                        february(1),
                        plan("b", BillingPeriod.MONTH, february(1), 7, kept).terms())
                .quantityFrom(february(5), 3)
                .pausedFrom(february(10))
                .resumedFrom(february(20))
                .anchoredFrom(february(25), Anchor.billingDay(BillingPeriod.MONTH, february(25), 25));
    }

    private static List<String> over(LocalDate day, BillingPeriod period, boolean keepsSeats, boolean keepsAnchor) {
        var timeline = decided();
        var change = new PlanChange(timeline, timeline.terms().getFirst(), day);
        var before = change.term();
        var plan = plan("c", period, day, before.quantity(), new AnchorRule.Kept(before.anchor()));
        return change.apply(plan, keepsSeats, keepsAnchor).terms().stream()
                .map(term -> term.from() + " " + term.plan().name() + " " + term.quantity() + " " + term.mode() + " "
                        + term.anchor().day())
                .toList();
    }

    @Test
    void shouldTakeOverWhatComesAfterIt() {
        assertThat(over(TODAY, BillingPeriod.YEAR, true, true))
                .containsExactly(
                        "2025-01-11 c 5 RUNNING 1",
                        "2025-02-05 c 3 RUNNING 1",
                        "2025-02-10 c 3 PAUSED 1",
                        "2025-02-20 c 3 RUNNING 1",
                        "2025-02-25 c 3 RUNNING 25");
        assertThat(over(TODAY, BillingPeriod.MONTH, false, false))
                .containsExactly("2025-01-11 c 5 RUNNING 1", "2025-02-10 c 5 PAUSED 1", "2025-02-20 c 5 RUNNING 1");
    }

    @Test
    void shouldBeginWithWhatHoldsByThen() {
        assertThat(over(february(15), BillingPeriod.MONTH, true, true))
                .containsExactly("2025-02-15 c 3 PAUSED 1", "2025-02-20 c 3 RUNNING 1", "2025-02-25 c 3 RUNNING 25");
        assertThat(over(february(28), BillingPeriod.QUARTER, true, true)).containsExactly("2025-02-28 c 3 RUNNING 25");
    }
}

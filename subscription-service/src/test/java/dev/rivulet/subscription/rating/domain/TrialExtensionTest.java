package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.price.FlatPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrialExtensionTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate ENDS = LocalDate.of(2025, 1, 15);
    private static final LocalDate DAY = LocalDate.of(2025, 2, 10);
    private static final AnchorRule ANNIVERSARY = new AnchorRule.Anniversary();

    /** Half the price for a month, then for as long as {@code periods}. */
    private static PlanTerms plan(String name, Integer periods) {
        return new PlanTerms(
                new PlanRef(UUID.nameUUIDFromBytes(name.getBytes()), 1, name, null),
                BillingPeriod.MONTH,
                Currency.getInstance("EUR"),
                List.of(Component.of("base", "", new FlatPrice(BigDecimal.TEN), Timing.IN_ADVANCE)),
                null,
                14,
                List.of(PlanTerms.Phase.discount(1, 0, BigDecimal.valueOf(50))),
                periods);
    }

    private static Timeline trial(AnchorRule rule) {
        return plan("a", null).expand(START, START, 5, rule);
    }

    private static List<String> extended(Timeline timeline, AnchorRule agreed) {
        return shown(
                new TrialExtension(timeline, ENDS, DAY).apply(plan("a", null).withTrial(0), agreed));
    }

    private static List<String> shown(Timeline timeline) {
        return timeline.terms().stream()
                .map(term -> term.from() + " " + term.plan().name() + " " + term.mode() + " " + term.quantity() + " x "
                        + term.components().getFirst().factor() + ", day "
                        + term.anchor().day())
                .toList();
    }

    private static LocalDate february(int day) {
        return LocalDate.of(2025, 2, day);
    }

    @Test
    void shouldCountEverythingFromTheNewEnd() {
        assertThat(extended(trial(ANNIVERSARY), ANNIVERSARY))
                .containsExactly(
                        "2025-01-01 a TRIAL 5 x 1, day 15",
                        "2025-01-15 a TRIAL 5 x 1, day 10",
                        "2025-02-10 a RUNNING 5 x 0.50, day 10",
                        "2025-03-10 a RUNNING 5 x 1, day 10");
    }

    @Test
    void shouldLastAsLongAfterwards() {
        var timeline = plan("a", 3).expand(START, START, 5, ANNIVERSARY);
        assertThat(timeline.end()).isEqualTo(LocalDate.of(2025, 4, 15));

        var wanted = new TrialExtension(timeline, ENDS, DAY).apply(plan("a", 3).withTrial(0), ANNIVERSARY);

        assertThat(wanted.end()).isEqualTo(LocalDate.of(2025, 5, 10));
    }

    @Test
    void shouldKeepPeriodsThatBeginElsewhere() {
        var rule = new AnchorRule.BillingDay(1);
        var timeline = trial(rule);

        var wanted =
                new TrialExtension(timeline, ENDS, DAY).apply(plan("a", null).withTrial(0), rule);

        assertThat(wanted.terms())
                .extracting(Term::anchor)
                .containsOnly(timeline.terms().getFirst().anchor());
        // What was decided since is nobody's rule any more.
        var moved = timeline.anchoredFrom(ENDS, Anchor.billingDay(BillingPeriod.MONTH, ENDS, 20));
        assertThat(extended(moved, rule)).contains("2025-02-10 a RUNNING 5 x 0.50, day 20");
    }

    @Test
    void shouldLetWhatWasDecidedStayOnItsDay() {
        var decided = trial(ANNIVERSARY)
                .quantityFrom(LocalDate.of(2025, 1, 20), 3)
                .pausedFrom(february(5))
                .resumedFrom(february(15))
                .quantityFrom(february(25), 4);

        assertThat(extended(decided, ANNIVERSARY))
                .containsExactly(
                        "2025-01-01 a TRIAL 5 x 1, day 15",
                        "2025-01-15 a TRIAL 5 x 1, day 10",
                        "2025-01-20 a TRIAL 3 x 1, day 10",
                        "2025-02-10 a PAUSED 3 x 0.50, day 10",
                        "2025-02-15 a RUNNING 3 x 0.50, day 10",
                        "2025-02-25 a RUNNING 4 x 0.50, day 10",
                        "2025-03-10 a RUNNING 4 x 1, day 10");
    }

    @Test
    void shouldTryAnotherPlanThatComesWithinIt() {
        var day = LocalDate.of(2025, 1, 20);
        var kept = new AnchorRule.Kept(trial(ANNIVERSARY).terms().getLast().anchor());
        var changing = trial(ANNIVERSARY)
                .changedFrom(day, plan("b", null).expand(day, null, 7, kept).terms());
        var extension = new TrialExtension(changing, ENDS, DAY);

        assertThat(extension.evergreen().plan().name()).isEqualTo("b");
        assertThat(shown(extension.apply(plan("b", null).withTrial(0), ANNIVERSARY)))
                .containsExactly(
                        "2025-01-01 a TRIAL 5 x 1, day 15",
                        "2025-01-15 a TRIAL 5 x 1, day 10",
                        "2025-01-20 b TRIAL 7 x 1, day 10",
                        "2025-02-10 b RUNNING 7 x 0.50, day 10",
                        "2025-03-10 b RUNNING 7 x 1, day 10");
    }

    @Test
    void shouldLeaveAnotherPlanThatComesAfterIt() {
        var day = february(20);
        var kept = new AnchorRule.Kept(trial(ANNIVERSARY).terms().getLast().anchor());
        var changing = trial(ANNIVERSARY)
                .changedFrom(day, plan("b", 2).expand(day, null, 7, kept).terms())
                .endedAt(LocalDate.of(2025, 5, 15));
        var extension = new TrialExtension(changing, ENDS, DAY);

        var wanted = extension.apply(plan("a", 1).withTrial(0), ANNIVERSARY);

        assertThat(extension.evergreen().plan().name()).isEqualTo("a");
        assertThat(shown(wanted))
                .containsExactly(
                        "2025-01-01 a TRIAL 5 x 1, day 15",
                        "2025-01-15 a TRIAL 5 x 1, day 10",
                        "2025-02-10 a RUNNING 5 x 0.50, day 10",
                        "2025-02-20 b RUNNING 7 x 0.50, day 10",
                        "2025-03-20 b RUNNING 7 x 1, day 10");
        assertThat(wanted.end()).isEqualTo(LocalDate.of(2025, 5, 15));
    }
}

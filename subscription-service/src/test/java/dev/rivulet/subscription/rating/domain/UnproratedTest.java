package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnproratedTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    private static PlanTerms plan(String commitment) {
        var seat = Component.of("seat", "", new UnitPrice(BigDecimal.TEN), Timing.IN_ADVANCE);
        return new PlanTerms(
                new PlanRef(UUID.nameUUIDFromBytes("a".getBytes()), 1, "a", null),
                BillingPeriod.MONTH,
                Currency.getInstance("EUR"),
                List.of(seat),
                commitment == null ? null : Money.of(commitment, "EUR"),
                0,
                List.of(),
                null);
    }

    private static Timeline five() {
        return plan(null).expand(START, null, 5, new AnchorRule.Anniversary());
    }

    private static LocalDate january(int day) {
        return LocalDate.of(2025, 1, day);
    }

    private static List<String> shown(Timeline timeline) {
        return timeline.terms().stream()
                .map(term -> term.from() + " " + term.mode() + " " + term.quantity())
                .toList();
    }

    private static List<String> charged(Timeline timeline, LocalDate through) {
        return Rating.spans(timeline, null, through).stream()
                .filter(span -> span.reason() == Reason.RECURRING)
                .map(Rating::charge)
                .map(charge -> charge.used().start() + ".." + charge.used().end() + " "
                        + charge.amount().decimal())
                .toList();
    }

    @Test
    void shouldBeChargedFromTheNextPeriodOn() {
        var wanted = new Unprorated(five(), january(11)).quantity(8);

        assertThat(shown(wanted))
                .containsExactly("2025-01-01 RUNNING 5", "2025-01-11 PREPAID 8", "2025-02-01 RUNNING 8");
        assertThat(charged(wanted, LocalDate.of(2025, 2, 1)))
                .containsExactly("2025-01-01..2025-02-01 50.00", "2025-02-01..2025-03-01 80.00");
    }

    @Test
    void shouldHaveNothingToLeaveWhereAPeriodBegins() {
        assertThat(shown(new Unprorated(five(), START).quantity(8))).containsExactly("2025-01-01 RUNNING 8");
        assertThat(shown(new Unprorated(five(), LocalDate.of(2025, 2, 1)).quantity(8)))
                .containsExactly("2025-01-01 RUNNING 5", "2025-02-01 RUNNING 8");
    }

    @Test
    void shouldChargeWhatIsChargedAnewInBetween() {
        var resting = five().pausedFrom(january(15)).resumedFrom(january(20));

        assertThat(shown(new Unprorated(resting, january(11)).quantity(8)))
                .containsExactly(
                        "2025-01-01 RUNNING 5", "2025-01-11 PREPAID 8", "2025-01-15 PAUSED 8", "2025-01-20 RUNNING 8");
        // Nothing is charged before a rest is over, so that there is nothing to leave.
        assertThat(shown(new Unprorated(resting, january(20)).quantity(8)))
                .containsExactly("2025-01-01 RUNNING 5", "2025-01-15 PAUSED 5", "2025-01-20 RUNNING 8");
        assertThat(shown(new Unprorated(resting, january(17)).quantity(8)))
                .containsExactly(
                        "2025-01-01 RUNNING 5", "2025-01-15 PAUSED 5", "2025-01-17 PAUSED 8", "2025-01-20 RUNNING 8");
    }

    @Test
    void shouldGoOnWithAnotherCountWithinThePeriod() {
        var twice = new Unprorated(new Unprorated(five(), january(11)).quantity(8), january(21)).quantity(6);

        assertThat(charged(twice, LocalDate.of(2025, 2, 1)))
                .containsExactly("2025-01-01..2025-02-01 50.00", "2025-02-01..2025-03-01 60.00");
        assertThat(charged(twice.quantityFrom(january(26), 10), LocalDate.of(2025, 2, 1)))
                .containsExactly("2025-01-01..2025-02-01 50.00", "2025-02-01..2025-03-01 100.00");
    }

    @Test
    void shouldLeaveWhatThePlanIsCommittedTo() {
        var committed = plan("70.00").expand(START, null, 5, new AnchorRule.Anniversary());
        var wanted = new Unprorated(committed, january(11)).quantity(6);

        var missing = Rating.spans(wanted, null, LocalDate.of(2025, 2, 1)).stream()
                .filter(span -> span.reason() == Reason.COMMITMENT_TRUE_UP)
                .toList();

        assertThat(missing).hasSize(1);
        var counted = Rating.committed(wanted, missing.getFirst()).stream()
                .map(Rating::charge)
                .toList();
        assertThat(Rating.commitment(missing.getFirst(), counted))
                .hasValueSatisfying(
                        charge -> assertThat(charge.amount().decimal()).isEqualTo("20.00"));
    }

    @Test
    void shouldServeDaysBeforeTheFirstWholePeriodForNothing() {
        var wanted = plan(null).expandFromWholePeriod(january(11), 5, new AnchorRule.BillingDay(1));

        assertThat(shown(wanted)).containsExactly("2025-01-11 PREPAID 5", "2025-02-01 RUNNING 5");
        assertThat(charged(wanted, LocalDate.of(2025, 2, 1))).containsExactly("2025-02-01..2025-03-01 50.00");
        assertThat(charged(wanted.quantityFrom(january(20), 7), LocalDate.of(2025, 2, 1)))
                .containsExactly("2025-02-01..2025-03-01 70.00");
    }
}

package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.FlatPrice;
import dev.rivulet.kit.price.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A subscription that ends on January 21 and is paid until February 1. */
class PaidBeyondTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = LocalDate.of(2025, 1, 21);
    private static final LocalDate PAID = LocalDate.of(2025, 2, 1);
    private static final Component FEE =
            Component.of("base", "", new FlatPrice(new BigDecimal("31.00")), Timing.IN_ADVANCE);
    private static final Component USE = new Component(
            "use",
            "",
            new UnitPrice(BigDecimal.ONE),
            BigDecimal.ONE,
            Timing.IN_ARREARS,
            new Metered("units", "SUM"),
            null);

    private static PlanTerms plan(
            String name, BillingPeriod period, @Nullable String commitment, Component... charging) {
        return new PlanTerms(
                new PlanRef(UUID.nameUUIDFromBytes(name.getBytes()), 1, name, null),
                period,
                Currency.getInstance("EUR"),
                List.of(charging),
                commitment == null ? null : Money.of(commitment, "EUR"),
                0,
                List.of(),
                null);
    }

    private static Timeline ending(PlanTerms plan) {
        return plan.expand(START, null, 1, new AnchorRule.Anniversary())
                .endedAt(END)
                .paidUntil(PAID);
    }

    private static List<String> told(List<Span> spans) {
        return spans.stream()
                .map(span -> span.component().key() + " " + span.used().start() + ".."
                        + span.used().end())
                .toList();
    }

    @Test
    void shouldChargeInAdvanceToWhereItIsPaidAndUsageToTheEnd() {
        var timeline = ending(plan("m", BillingPeriod.MONTH, null, FEE, USE));

        assertThat(told(Rating.spans(timeline, null, LocalDate.of(2026, 1, 1))))
                .containsExactly("base 2025-01-01..2025-02-01", "use 2025-01-01..2025-01-21");
        assertThat(Rating.nextDue(timeline, START)).isEqualTo(END);
        assertThat(Rating.nextDue(timeline, END)).isNull();
    }

    @Test
    void shouldBeginNoPeriodAfterTheEnd() {
        var weekly = plan("w", BillingPeriod.WEEK, null, FEE)
                .expand(LocalDate.of(2025, 1, 11), null, 1, new AnchorRule.Anniversary());
        var timeline = plan("m", BillingPeriod.MONTH, null, FEE)
                .expand(START, null, 1, new AnchorRule.Anniversary())
                .changedFrom(LocalDate.of(2025, 1, 11), weekly.terms())
                .endedAt(END)
                .paidUntil(PAID);

        assertThat(told(Rating.spans(timeline, null, LocalDate.of(2026, 1, 1))))
                .containsExactly(
                        "base 2025-01-01..2025-01-11", "base 2025-01-11..2025-01-18", "base 2025-01-18..2025-01-25");
    }

    @Test
    void shouldCommitToNothingBeyondTheEnd() {
        var timeline = ending(plan("c", BillingPeriod.MONTH, "93.00", FEE));
        var commitment = Rating.spans(timeline, START, END).getLast();

        assertThat(commitment.used()).isEqualTo(new Period(START, END));
        var counted = Rating.committed(timeline, commitment).stream()
                .map(Rating::charge)
                .toList();
        // 20 of 31 days: 60.00 less 20.00.
        assertThat(Rating.commitment(commitment, counted).orElseThrow().amount())
                .isEqualTo(Money.of("40.00", "EUR"));
    }

    @Test
    void shouldForgetWhatIsPaidWhenItEndsAnew() {
        var timeline = ending(plan("m", BillingPeriod.MONTH, null, FEE));

        assertThat(timeline.endedAt(LocalDate.of(2025, 1, 11)).paidUntil()).isNull();
        assertThat(timeline.paidUntil(END)).isEqualTo(timeline);
        assertThat(timeline.pausedFrom(LocalDate.of(2025, 1, 11)).paidUntil()).isEqualTo(PAID);
        assertThatThrownBy(() -> new Timeline(timeline.terms(), END, END)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Timeline(timeline.terms(), null, END))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

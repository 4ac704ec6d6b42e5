package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.price.FlatPrice;
import dev.rivulet.kit.price.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionChangeTest {

    private static final UUID PLAN = UUID.randomUUID();
    private static final LocalDate START = LocalDate.parse("2025-01-15");
    private static final VersionChange TO_TWO = new VersionChange(PLAN, 2);

    @Test
    void shouldBeginWithThePeriodThatBeginsOnTheDayOrAfterIt() {
        var timeline = signed(terms(1, "49", 0, List.of(), null));

        assertThat(TO_TWO.day(timeline, LocalDate.parse("2025-02-15"))).contains(LocalDate.parse("2025-02-15"));
        assertThat(TO_TWO.day(timeline, LocalDate.parse("2025-02-16"))).contains(LocalDate.parse("2025-03-15"));
        assertThat(TO_TWO.day(timeline, LocalDate.parse("2024-12-01"))).contains(START);
    }

    @Test
    void shouldTakeTheEndOfATrialForABeginning() {
        var timeline = signed(terms(1, "49", 14, List.of(), null));

        assertThat(TO_TWO.day(timeline, START.plusDays(1))).contains(START.plusDays(14));
    }

    @Test
    void shouldKeepAPhaseThatWasPromised() {
        var half = PlanTerms.Phase.discount(2, 0, new BigDecimal("50"));
        var timeline = signed(terms(1, "49", 0, List.of(half), null));

        var day = TO_TWO.day(timeline, START.plusDays(1)).orElseThrow();
        var changed = TO_TWO.apply(timeline, day, quantity -> terms(2, "59", 30, List.of(half), 12));

        assertThat(day).isEqualTo("2025-03-15");
        assertThat(changed.terms()).extracting(term -> term.plan().version()).containsExactly(1, 2);
        assertThat(changed.terms()).extracting(Term::mode).containsOnly(Mode.RUNNING);
        assertThat(changed.end()).isNull();
    }

    @Test
    void shouldLeaveOutWhatEndsAndWhatIsNewerAlready() {
        var timeline = signed(terms(1, "49", 0, List.of(), null));

        assertThat(TO_TWO.day(timeline.endedAt(LocalDate.parse("2025-06-15")), START))
                .isEmpty();
        assertThat(TO_TWO.day(signed(terms(2, "59", 0, List.of(), null)), START))
                .isEmpty();
        assertThat(new VersionChange(UUID.randomUUID(), 2).day(timeline, START)).isEmpty();
    }

    @Test
    void shouldKeepQuantitiesAndPauses() {
        var day = LocalDate.parse("2025-02-15");
        var timeline = signed(terms(1, "49", 0, List.of(), null))
                .quantityFrom(LocalDate.parse("2025-03-01"), 7)
                .pausedFrom(LocalDate.parse("2025-04-01"));

        var changed = TO_TWO.apply(timeline, day, quantity -> terms(2, "59", 0, List.of(), null));

        assertThat(changed.terms()).extracting(Term::quantity).containsExactly(5L, 5L, 7L, 7L);
        assertThat(changed.terms().getLast().mode()).isEqualTo(Mode.PAUSED);
        assertThat(changed.resumedFrom(LocalDate.parse("2025-05-01"))
                        .terms()
                        .getLast()
                        .plan()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void shouldDiscountWhatRecursAndNotWhatIsUsed() {
        var half = PlanTerms.Phase.discount(2, 0, new BigDecimal("50"));
        var seat = Component.of("seat", "", new UnitPrice(BigDecimal.TEN), Timing.IN_ADVANCE);
        var usage = new Component(
                "calls",
                "",
                new UnitPrice(BigDecimal.ONE),
                BigDecimal.ONE,
                Timing.IN_ARREARS,
                new Metered("calls", "SUM"),
                null);

        assertThat(half.apply(seat).factor()).isEqualByComparingTo("0.5");
        assertThat(half.apply(usage).factor()).isEqualByComparingTo("1");
    }

    @Test
    void shouldChargeNotLessThanTheMinimumForWhatIsBought() {
        var seats = new Component(
                "seat",
                "",
                new UnitPrice(BigDecimal.TEN),
                BigDecimal.ONE,
                Timing.IN_ADVANCE,
                null,
                new BigDecimal("25.50"));

        assertThat(price(seats, 2)).isEqualByComparingTo("25.50");
        assertThat(price(seats, 3)).isEqualByComparingTo("30");
        assertThat(price(seats.withModel(new FlatPrice(BigDecimal.ONE)), 2)).isEqualByComparingTo("1");
    }

    private static BigDecimal price(Component component, long quantity) {
        return component.rate(BigDecimal.valueOf(quantity), 0).stream()
                .map(step -> step.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Timeline signed(PlanTerms terms) {
        return terms.expand(START, START, 5, new AnchorRule.Anniversary());
    }

    private static PlanTerms terms(
            int version, String price, int trial, List<PlanTerms.Phase> phases, @Nullable Integer periods) {
        return new PlanTerms(
                new PlanRef(PLAN, version, "Team", null),
                BillingPeriod.MONTH,
                Currency.getInstance("EUR"),
                List.of(Component.of("base", "", new FlatPrice(new BigDecimal(price)), Timing.IN_ADVANCE)),
                null,
                trial,
                phases,
                periods);
    }
}

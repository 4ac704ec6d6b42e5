package dev.rivulet.subscription.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.price.FlatPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days that were charged elsewhere are not charged here, and those behind them are as if all had been. */
class SettledTest {

    private static final LocalDate START = LocalDate.parse("2025-01-31");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Day; end; the terms; the first days charged by 2026-12-31.
                "2026-02-28, -, 2025-01-31 SETTLED;2026-02-28 RUNNING, 2026-02-28..2026-03-31",
                "2026-02-10, -, 2025-01-31 SETTLED;2026-02-10 RUNNING, 2026-02-10..2026-02-28",
                "2025-01-31, -, 2025-01-31 RUNNING, 2025-01-31..2025-02-28",
                "2024-12-31, -, 2025-01-31 RUNNING, 2025-01-31..2025-02-28",
                "2026-02-28, 2026-03-10, 2025-01-31 SETTLED;2026-02-28 RUNNING, 2026-02-28..2026-03-10",
                "2026-02-28, 2026-02-28, 2025-01-31 SETTLED, -",
                "2026-02-28, 2025-05-05, 2025-01-31 SETTLED, -"
            })
    void shouldBeginToChargeOnTheDay(LocalDate day, LocalDate end, String terms, String first) {
        var signed = timeline();
        var settled = (end == null ? signed : signed.endedAt(end)).settledBefore(day);

        assertThat(settled.terms().stream().map(term -> term.from() + " " + term.mode()))
                .containsExactly(terms.split(";"));
        assertThat(Rating.spans(settled, null, LocalDate.parse("2026-12-31")).stream()
                        .map(span -> span.used().start() + ".." + span.used().end())
                        .limit(1))
                .containsExactlyElementsOf(first == null ? List.of() : Arrays.asList(first));
        assertThat(settled.settledBefore(day)).isEqualTo(settled);
    }

    @Test
    void shouldLeaveTrialsAndRestsAsTheyAre() {
        var trial = terms(14).expand(START, START, 1, new AnchorRule.Anniversary());
        var day = LocalDate.parse("2025-04-14");

        assertThat(trial.pausedFrom(LocalDate.parse("2025-03-01"))
                        .settledBefore(day)
                        .terms())
                .extracting(Term::mode)
                .containsExactly(Mode.TRIAL, Mode.SETTLED, Mode.PAUSED);
    }

    @Test
    void shouldKeepADayGivenBackWholeAsItIs() {
        var from = LocalDate.parse("2026-02-28");
        var waived =
                timeline().waived(from, LocalDate.parse("2026-03-31")).settledBefore(LocalDate.parse("2026-03-10"));

        assertThat(waived.terms().stream().map(term -> term.from() + " " + term.mode()))
                .containsExactly("2025-01-31 SETTLED", "2026-02-28 SETTLED", "2026-03-10 WAIVED", "2026-03-31 RUNNING");
        assertThat(waived.chargedFrom(from)
                        .settledBefore(LocalDate.parse("2026-03-10"))
                        .terms())
                .extracting(Term::mode)
                .containsExactly(Mode.SETTLED, Mode.SETTLED, Mode.RUNNING, Mode.RUNNING);
    }

    @Test
    void shouldChargeAgainWhatGoesOnAfterAnEndBeforeTheDay() {
        var day = LocalDate.parse("2026-02-28");
        var ended = timeline().endedAt(LocalDate.parse("2026-01-15")).settledBefore(day);

        var ongoing = new Timeline(ended.terms(), null).settledBefore(day);

        assertThat(ongoing).isEqualTo(timeline().settledBefore(day));
    }

    /** Behind the day everything is charged just as if nothing had been settled. */
    @Test
    void shouldChargeTheSamePeriodsAsEver() {
        for (var day = START; day.isBefore(START.plusYears(2)); day = day.plusDays(1)) {
            var from = day;
            var all = Rating.spans(timeline(), null, LocalDate.parse("2027-12-31"));
            var rest = Rating.spans(timeline().settledBefore(day), null, LocalDate.parse("2027-12-31"));

            assertThat(rest.stream()
                            .filter(span -> !span.used().start().equals(from))
                            .map(SettledTest::days))
                    .containsExactlyElementsOf(all.stream()
                            .filter(span -> span.used().start().isAfter(from))
                            .map(SettledTest::days)
                            .toList());
            assertThat(rest.getFirst().used().start()).isEqualTo(from);
        }
    }

    private static String days(Span span) {
        return span.dueOn() + " " + span.used() + " " + span.full() + " "
                + Rating.charge(span).amount();
    }

    private static Timeline timeline() {
        return terms(0).expand(START, START, 1, new AnchorRule.Anniversary());
    }

    private static PlanTerms terms(int trialDays) {
        return new PlanTerms(
                new PlanRef(UUID.nameUUIDFromBytes(new byte[0]), 1, "Plan", null),
                BillingPeriod.MONTH,
                Currency.getInstance("EUR"),
                List.of(Component.of("base", "Plan", new FlatPrice(new BigDecimal("49.00")), Timing.IN_ADVANCE)),
                null,
                trialDays,
                List.of(),
                null);
    }
}

package dev.rivulet.subscription.dunning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.dunning.domain.Escalation.Planned;
import dev.rivulet.subscription.dunning.domain.Escalation.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalationTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 31);

    private static final Escalation POLICY = new Escalation(
            List.of(
                    new Step(3, Action.REMIND, List.of()),
                    new Step(7, Action.RETRY, List.of()),
                    new Step(14, Action.CALL, List.of(eur("100.00"))),
                    new Step(30, Action.SUSPEND, List.of()),
                    new Step(90, Action.WRITE_OFF, List.of())),
            List.of(1, 3),
            List.of(eur("5.00")),
            false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2   | 50.00  | | []",
                "3   | 50.00  | | [REMIND-3]",
                "7   | 50.00  | REMIND-3 | [RETRY-7]",
                "11  | 50.00  | REMIND-3 RETRY-7 | [RETRY-8, RETRY-11]",
                "14  | 50.00  | REMIND-3 RETRY-7 RETRY-8 RETRY-11 | []",
                "14  | 100.00 | REMIND-3 RETRY-7 RETRY-8 RETRY-11 | [CALL-14]",
                // Nobody looked for a month: everything is done, in its order.
                "31  | 100.00 | | [REMIND-3, RETRY-7, RETRY-8, RETRY-11, CALL-14, SUSPEND-30]",
                // The oldest part was paid: what is left is young, and what was done is not done again.
                "4   | 50.00  | REMIND-3 RETRY-7 RETRY-8 RETRY-11 | []",
                "30  | 50.00  | REMIND-3 RETRY-7 RETRY-8 RETRY-11 | [SUSPEND-30]",
                // More is owed now: the call that was not worth it then is made.
                "31  | 120.00 | REMIND-3 RETRY-7 RETRY-8 RETRY-11 SUSPEND-30 | [CALL-14]"
            })
    void shouldTakeEachStepOnceByAgeAndAmount(int days, String owed, String taken, String expected) {
        var debt = new Debt(eur(owed), TODAY.minusDays(days));

        var due = POLICY.due(debt, TODAY, taken == null ? Set.of() : Set.of(taken.split(" ")));

        assertThat(due.stream().map(Planned::key).toList()).hasToString(expected);
    }

    @Test
    void shouldKnowTheDaysToLookAt() {
        var policy = new Escalation(List.of(new Step(5, Action.SUSPEND, List.of())), List.of(), List.of(), false);

        assertThat(policy.days(List.of(TODAY, TODAY.minusDays(20))))
                .containsExactlyInAnyOrder(TODAY.minusDays(15), TODAY.plusDays(1), TODAY.plusDays(5));
        assertThat(policy.days(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5.00, EUR, true", "4.99, EUR, true", "5.01, EUR, false", "0.01, USD, false"})
    void shouldLeaveTinyDebtsAlone(String owed, String currency, boolean tiny) {
        assertThat(POLICY.isTiny(Money.of(owed, currency))).isEqualTo(tiny);
    }

    @Test
    void shouldPlanAStepOnceWhereRetriesMeet() {
        var policy = new Escalation(
                List.of(new Step(1, Action.RETRY, List.of()), new Step(2, Action.RETRY, List.of())),
                List.of(1),
                List.of(),
                false);

        assertThat(policy.planned()).extracting(Planned::key).containsExactly("RETRY-1", "RETRY-2", "RETRY-3");
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}

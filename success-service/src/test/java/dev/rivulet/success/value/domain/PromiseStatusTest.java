package dev.rivulet.success.value.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PromiseStatusTest {

    /**
     * Every state and every step but the confirmation, before its day, with and without a measurement; - is not
     * allowed.
     */
    @ParameterizedTest(name = "{0} {1}: {2}, measured {3}")
    @CsvSource({
        "PENDING, MEASURE, MEASURED, MEASURED",
        "PENDING, CONTEST, -, -",
        "PENDING, EXTEND, PENDING, PENDING",
        "PENDING, FALL_DUE, OVERDUE, OVERDUE",
        "MEASURED, MEASURE, MEASURED, MEASURED",
        "MEASURED, CONTEST, CONTESTED, CONTESTED",
        "MEASURED, EXTEND, MEASURED, MEASURED",
        "MEASURED, FALL_DUE, OVERDUE, OVERDUE",
        "CONTESTED, MEASURE, MEASURED, MEASURED",
        "CONTESTED, CONTEST, -, -",
        "CONTESTED, EXTEND, CONTESTED, CONTESTED",
        "CONTESTED, FALL_DUE, OVERDUE, OVERDUE",
        "OVERDUE, MEASURE, OVERDUE, OVERDUE",
        "OVERDUE, CONTEST, OVERDUE, OVERDUE",
        "OVERDUE, EXTEND, PENDING, MEASURED",
        "OVERDUE, FALL_DUE, -, -",
        "CONFIRMED, MEASURE, -, -",
        "CONFIRMED, CONTEST, CONTESTED, CONTESTED",
        "CONFIRMED, EXTEND, -, -",
        "CONFIRMED, FALL_DUE, -, -",
        "PARTLY, MEASURE, MEASURED, MEASURED",
        "PARTLY, CONTEST, CONTESTED, CONTESTED",
        "PARTLY, EXTEND, -, -",
        "PARTLY, FALL_DUE, -, -",
        "NOT_ACHIEVED, MEASURE, MEASURED, MEASURED",
        "NOT_ACHIEVED, CONTEST, CONTESTED, CONTESTED",
        "NOT_ACHIEVED, EXTEND, -, -",
        "NOT_ACHIEVED, FALL_DUE, -, -",
    })
    void shouldGoFromStepToStep(PromiseStatus from, PromiseStep step, String unmeasured, String measured) {
        assertThat(after(from, step, false)).isEqualTo(unmeasured);
        assertThat(after(from, step, true)).isEqualTo(measured);
    }

    private static String after(PromiseStatus from, PromiseStep step, boolean measured) {
        if (from.allows(step, false)) {
            return from.after(step, measured).name();
        }
        assertThatThrownBy(() -> from.after(step, measured)).isInstanceOf(IllegalStateException.class);
        return "-";
    }

    @ParameterizedTest
    @EnumSource
    void shouldStayAsItCameOutOnceItsDayHasCome(Outcome outcome) {
        assertThat(PromiseStatus.of(outcome).allows(PromiseStep.MEASURE, true)).isFalse();
        assertThat(PromiseStatus.of(outcome).allows(PromiseStep.CONTEST, true)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, false",
        "MEASURED, true",
        "CONTESTED, false",
        "OVERDUE, true",
        "CONFIRMED, false",
        "PARTLY, false",
        "NOT_ACHIEVED, false"
    })
    void shouldBeConfirmedOnce(PromiseStatus from, boolean allowed) {
        assertThat(from.allows(PromiseStep.CONFIRM, false)).isEqualTo(allowed);
        assertThat(from.isDecided() && allowed).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void shouldStandWhereItCameOut(Outcome outcome) {
        assertThat(PromiseStatus.of(outcome).name()).isEqualTo(outcome.name());
        assertThat(PromiseStatus.of(outcome).isDecided()).isTrue();
    }

    @Test
    void shouldNotGuessAnOutcome() {
        assertThatThrownBy(() -> PromiseStatus.MEASURED.after(PromiseStep.CONFIRM, true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

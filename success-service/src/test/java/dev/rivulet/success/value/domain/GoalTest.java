package dev.rivulet.success.value.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalTest {

    @ParameterizedTest(name = "{0} to {1}, measured {2}: {3}")
    @CsvSource(textBlock = """
            52,  70,  71.5,     CONFIRMED,    1.0833
            52,  70,  70,       CONFIRMED,    1.0000
            52,  70,  70.0001,  CONFIRMED,    1.0001
            52,  70,  69.9999,  PARTLY,       0.9999
            52,  70,  52.0001,  PARTLY,       0.0001
            52,  70,  51.9999,  NOT_ACHIEVED, -0.0001
            30,  10,  10.0001,  PARTLY,       0.9999
            30,  10,  29.9999,  PARTLY,       0.0001
            52,  70,  52,       NOT_ACHIEVED, 0.0000
            52,  70,  40,       NOT_ACHIEVED, -0.6667
            30,  10,  8,        CONFIRMED,    1.1000
            30,  10,  10,       CONFIRMED,    1.0000
            30,  10,  20,       PARTLY,       0.5000
            30,  10,  30,       NOT_ACHIEVED, 0.0000
            30,  10,  35,       NOT_ACHIEVED, -0.2500
            -5,  5,   0,        PARTLY,       0.5000
            5,   -5,  -6,       CONFIRMED,    1.1000
            0,   0.3, 0.1,      PARTLY,       0.3333
            """)
    void shouldJudgeRisingAndFallingTargets(
            BigDecimal baseline, BigDecimal target, BigDecimal value, Outcome outcome, BigDecimal progress) {
        var goal = new Goal(baseline, target);
        assertThat(goal.outcome(value)).isEqualTo(outcome);
        assertThat(goal.progress(value)).isEqualTo(progress);
    }

    @Test
    void shouldRefuseATargetThatIsTheBaseline() {
        assertThatThrownBy(() -> new Goal(new BigDecimal("52"), new BigDecimal("52.0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("52.0");
    }
}

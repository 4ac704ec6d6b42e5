package dev.rivulet.success.task.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Input;
import dev.rivulet.success.score.domain.Inputs;
import dev.rivulet.success.score.domain.Score;
import dev.rivulet.success.score.domain.ScoreModel;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowScoreTest {

    private static final BigDecimal THRESHOLD = new BigDecimal("50");

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
        -,    49.9, true
        -,    50,   false
        80,   49.9, true
        50,   49.9, true
        45,   44,   true
        45,   45,   false
        45,   46,   false
        45,   80,   false
        """)
    void shouldCallWhenTheScoreFallsBelowTheThreshold(
            @Nullable BigDecimal previous, BigDecimal current, boolean called) {
        var score = score(Map.of(Component.LICENCES, current, Component.PAYMENT, current));
        assertThat(LowScore.reason(previous, score, THRESHOLD).isPresent()).isEqualTo(called);
    }

    @Test
    void shouldNotCallWhileTooLittleIsKnown() {
        assertThat(LowScore.reason(null, score(Map.of(Component.NPS, BigDecimal.ZERO)), THRESHOLD))
                .isEmpty();
    }

    @Test
    void shouldNameWhatDragsWorstFirst() {
        var score = score(Map.of(
                Component.LICENCES, new BigDecimal("25"),
                Component.NPS, new BigDecimal("20"),
                Component.PAYMENT, new BigDecimal("100")));
        assertThat(LowScore.reason(null, score, THRESHOLD))
                .hasValue("Score 46.0 < 50: LICENCES 25.0 (-30.0), NPS 20.0 (-24.0)");
    }

    /** By the built-in model, of values from 0 to 100. */
    private static Score score(Map<Component, BigDecimal> values) {
        var inputs = new EnumMap<Component, Input>(Component.class);
        values.forEach((component, value) -> inputs.put(
                component,
                new Input(
                        switch (component) {
                            case LICENCES -> value.multiply(new BigDecimal("0.008"));
                            case NPS -> value.movePointLeft(1);
                            default -> new BigDecimal("30").subtract(value.multiply(new BigDecimal("0.3")));
                        },
                        null)));
        return ScoreModel.BUILT_IN.score(new Inputs(inputs));
    }
}

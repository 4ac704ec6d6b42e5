package dev.rivulet.success.task.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.ScoreModel;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowScoreTest {

    private static final BigDecimal THRESHOLD = new BigDecimal("50");
    private static final ScoreModel MODEL = new ScoreModel(
            Map.of(Component.LICENCES, 40, Component.NPS, 30, Component.PAYMENT, 30), new BigDecimal("0.5"));

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
        var score = MODEL.score(Map.of(Component.LICENCES, current, Component.PAYMENT, current));
        assertThat(LowScore.reason(previous, score, THRESHOLD).isPresent()).isEqualTo(called);
    }

    @Test
    void shouldNotCallWhileTooLittleIsKnown() {
        assertThat(LowScore.reason(null, MODEL.score(Map.of(Component.NPS, BigDecimal.ZERO)), THRESHOLD))
                .isEmpty();
    }

    @Test
    void shouldNameWhatDragsWorstFirst() {
        var score = MODEL.score(Map.of(
                Component.LICENCES, new BigDecimal("25"),
                Component.NPS, new BigDecimal("20"),
                Component.PAYMENT, new BigDecimal("100")));
        assertThat(LowScore.reason(null, score, THRESHOLD))
                .hasValue("Score 46.0 < 50: LICENCES 25.0 (-30.0), NPS 20.0 (-24.0)");
    }
}

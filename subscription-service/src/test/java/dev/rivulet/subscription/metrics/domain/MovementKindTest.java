package dev.rivulet.subscription.metrics.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovementKindTest {

    @ParameterizedTest
    @CsvSource({
        "0, 4900, 4900, true, NEW",
        "0, 4900, 4900, false, REACTIVATION",
        "4900, 5900, 1000, false, EXPANSION",
        "5900, 4900, -1000, false, CONTRACTION",
        "4900, 0, -4900, false, CHURN",
        // Parts of moves that reach back.
        "2000, 0, -1000, false, CHURN",
        "2000, 1500, 500, false, EXPANSION",
        "2000, 1500, -1000, false, CONTRACTION",
        "0, 500, -500, false, CONTRACTION"
    })
    void shouldNameAMovement(long before, long after, long change, boolean first, MovementKind kind) {
        assertThat(MovementKind.of(before, after, change, first)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, false", "100, 100, 0, false", "100, -1, -101, false", "-1, 4, 5, false", "5, 0, -5, true"})
    void shouldRefuseWhatCannotBe(long before, long after, long change, boolean first) {
        assertThatThrownBy(() -> MovementKind.of(before, after, change, first))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

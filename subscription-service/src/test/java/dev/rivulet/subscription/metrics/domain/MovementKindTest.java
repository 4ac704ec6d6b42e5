package dev.rivulet.subscription.metrics.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovementKindTest {

    @ParameterizedTest
    @CsvSource({
        // before, change, first, kind
        "0, 4900, true, NEW",
        "0, 4900, false, REACTIVATION",
        "4900, 100, false, EXPANSION",
        "4900, -100, false, CONTRACTION",
        "4900, -4900, false, CHURN"
    })
    void shouldNameAMovement(long before, long change, boolean first, MovementKind kind) {
        assertThat(MovementKind.of(before, change, first)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "100, 0, false", "100, -101, false", "-1, 5, false", "5, -5, true"})
    void shouldRefuseWhatCannotBe(long before, long change, boolean first) {
        assertThatThrownBy(() -> MovementKind.of(before, change, first)).isInstanceOf(IllegalArgumentException.class);
    }
}

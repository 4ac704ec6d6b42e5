package dev.rivulet.catalog.proposition.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    /** Bounds worked out by Wilson's formula with z = 1.959964 outside this program. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.2775",
        "10, 10, 0.7225, 1",
        "5, 10, 0.2366, 0.7634",
        "24, 30, 0.6269, 0.9050",
        "1, 1, 0.2065, 1",
        "81, 263, 0.2553, 0.3662"
    })
    void shouldGiveWilsonsInterval(long successes, long trials, double low, double high) {
        var proportion = new Proportion(successes, trials);
        assertThat(proportion.low()).isCloseTo(low, within(0.00006));
        assertThat(proportion.high()).isCloseTo(high, within(0.00006));
        assertThat(proportion.rate().getAsDouble()).isBetween(proportion.low(), proportion.high());
    }

    @Test
    void shouldSayNothingOfNothing() {
        var none = new Proportion(0, 0);
        assertThat(none.rate()).isEmpty();
        assertThat(none.low()).isZero();
        assertThat(none.high()).isEqualTo(1);
    }

    @Test
    void shouldRefuseMoreSuccessesThanTrials() {
        assertThatThrownBy(() -> new Proportion(2, 1)).hasMessageContaining("2 successes in 1 trials");
        assertThatThrownBy(() -> new Proportion(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}

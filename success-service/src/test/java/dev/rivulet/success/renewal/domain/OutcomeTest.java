package dev.rivulet.success.renewal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "10000, 10000, RENEWED, true",
        "10000, 10001, EXPANDED, true",
        "10000, 9999, CONTRACTED, true",
        "10000, 0, LOST, false",
        "10000, -5, LOST, false",
        "0, 0, NOTHING_DUE, false",
        "0, 10000, NOTHING_DUE, false",
    })
    void shouldTellByTheMoney(long before, long after, Outcome expected, boolean kept) {
        assertThat(Outcome.of(before, after)).isEqualTo(expected);
        assertThat(expected.isKept()).isEqualTo(kept);
    }
}

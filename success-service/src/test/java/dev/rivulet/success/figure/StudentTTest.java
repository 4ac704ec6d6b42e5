package dev.rivulet.success.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

    /** From the tables of every textbook. */
    @ParameterizedTest
    @CsvSource({"2, 12.706", "3, 4.303", "11, 2.228", "31, 2.042", "1001, 1.962"})
    void shouldAgreeWithTheTables(long values, double quantile) {
        assertThat(StudentT.quantile(values)).isCloseTo(quantile, within(5e-4));
    }
}

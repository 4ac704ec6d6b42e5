package dev.rivulet.success.trigger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTest {

    /** 3 of 10: the published interval of Wilson's score. */
    @ParameterizedTest(name = "{0} right, {1} wrong")
    @CsvSource(nullValues = "-", textBlock = """
            3,   7,  0.3000, 0.1078, 0.6032
            0,   0,  -,      -,      -
            9,   0,  -,      0.7009, 1.0000
            10,  0,  1.0000, 0.7225, 1.0000
            0,   10, 0.0000, 0.0000, 0.2775
            74,  33, 0.6916, 0.5987, 0.7712
            """)
    void shouldTellHowSureItIs(
            long right, long wrong, @Nullable BigDecimal share, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        assertThat(Precision.of(right, wrong)).isEqualTo(new Precision(share, low, high));
    }
}

package dev.rivulet.success.release.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.success.release.domain.Difference.Span;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            3.1, 3.9, 4.0, 4.8, BETTER
            3.1, 4.0, 4.0, 4.8, UNCLEAR
            4.0, 4.8, 3.1, 3.9, WORSE
            3.1, 4.8, 3.5, 4.0, UNCLEAR
               ,    , 3.5, 4.0, UNCLEAR
            3.1, 3.2,    ,    , UNCLEAR
            """)
    void shouldSayOnlyWhatChanceDoesNotExplain(
            BigDecimal lowBefore,
            BigDecimal highBefore,
            BigDecimal lowAfter,
            BigDecimal highAfter,
            Difference expected) {
        var before = new Span(lowBefore, highBefore);
        var after = new Span(lowAfter, highAfter);
        assertThat(Difference.ofRise(before, after)).isEqualTo(expected);
        assertThat(Difference.ofFall(after, before)).isEqualTo(expected);
    }
}

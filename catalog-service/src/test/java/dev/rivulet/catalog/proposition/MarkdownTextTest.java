package dev.rivulet.catalog.proposition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain text         | plain text
            # heading          | \\# heading
            - item             | \\- item
            1. first           | 1\\. first
            a_b *c* `d`        | a\\_b \\*c\\* \\`d\\`
            <b>&amp;</b>       | \\<b\\>\\&amp;\\</b\\>
            [x](y)             | \\[x\\]\\(y\\)
            """)
    void shouldKeepWordsWords(String text, String escaped) {
        assertThat(MarkdownText.escaped(text)).isEqualTo(escaped);
    }

    @ParameterizedTest
    @CsvSource(value = "'a\n\n# b'|'a \\# b'", delimiter = '|')
    void shouldBeOneLine(String text, String escaped) {
        assertThat(MarkdownText.escaped(text)).isEqualTo(escaped);
    }
}

package dev.rivulet.success.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {

    private static final String SECRET = "PqkYbbV0S4a5OqU8-0P2pXbq7Rj1m2c3d4e5f6g7h_I";

    @Test
    void shouldBeReadFromItsText() {
        var token = PageToken.issue("demo-1");
        assertThat(PageToken.read(token.text())).contains(token);
        assertThat(token.hash())
                .matches("[0-9a-f]{64}")
                .isEqualTo(PageToken.read(token.text()).orElseThrow().hash());
        assertThat(token.toString()).doesNotContain(token.secret());
    }

    @Test
    void shouldNeverBeTheSame() {
        assertThat(IntStream.range(0, 1_000).mapToObj(n -> PageToken.issue("t").secret()))
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.length() == 43);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "demo",
                "demo.",
                "demo.x",
                "*." + SECRET,
                "Demo." + SECRET,
                "." + SECRET,
                "demo." + SECRET + "x",
                "a.b." + SECRET
            })
    void shouldNotBeReadFromAnythingElse(String text) {
        assertThat(PageToken.read(text)).isEmpty();
        assertThat(PageToken.read("demo." + SECRET)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"ru, RU", "ru-RU;q=0.8, RU", "en, EN", "de, EN", "'ru;q=0.1, en', EN", "garbage;;q=x, EN"})
    void shouldSpeakTheReadersLanguage(String header, PageLanguage language) {
        assertThat(PageLanguage.of(header)).isEqualTo(language);
        assertThat(Stream.of(PageLanguage.of(null))).containsExactly(PageLanguage.EN);
    }
}

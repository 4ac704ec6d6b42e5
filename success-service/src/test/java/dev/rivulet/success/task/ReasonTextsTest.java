package dev.rivulet.success.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.success.score.domain.Component;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTextsTest {

    private static final Reason LOW = Reason.of("score-low", "46.0", "50")
            .because(List.of(
                    Reason.of("component-drag", "LICENCES", "25.0", "30.0"),
                    Reason.of("component-drag", "NPS", "20.0", "24.0")));

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            -             | Score 46.0 < 50: LICENCES 25.0 (-30.0), NPS 20.0 (-24.0)
            en            | Score 46.0 < 50: LICENCES 25.0 (-30.0), NPS 20.0 (-24.0)
            de            | Score 46.0 < 50: LICENCES 25.0 (-30.0), NPS 20.0 (-24.0)
            ;;;           | Score 46.0 < 50: LICENCES 25.0 (-30.0), NPS 20.0 (-24.0)
            ru-RU,en;q=.5 | Оценка 46.0 < 50: ЛИЦЕНЗИИ 25.0 (-30.0), NPS 20.0 (-24.0)
            """)
    void shouldSpeakTheReadersLanguage(@Nullable String accepted, String text) {
        assertThat(ReasonTexts.forHeader(accepted).of(LOW)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(Component.class)
    void shouldHaveAWordForEveryComponentOfAScore(Component component) {
        var russian = ReasonTexts.forHeader("ru").of(Reason.of("component-low", component.name(), "20.0", "50"));
        if (!List.of(Component.NPS, Component.CSAT, Component.CES).contains(component)) {
            assertThat(russian).doesNotContain(component.name());
        }
    }

    @Test
    void shouldSayTheSameInBothLanguages() {
        var english = bundle(Locale.ENGLISH);
        var russian = bundle(Locale.of("ru"));
        var codes = english.keySet().stream()
                .filter(key -> !key.startsWith("word.") && !key.equals("journey-step"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(codes).contains("score-low").allSatisfy(code -> {
            assertThat(russian.containsKey(code)).as(code).isTrue();
            assertThat(places(russian.getString(code))).as(code).isEqualTo(places(english.getString(code)));
        });
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "task-reasons",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
    }

    private static List<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}

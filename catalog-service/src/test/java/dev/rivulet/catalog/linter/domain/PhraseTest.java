package dev.rivulet.catalog.linter.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            end to end platform | An END-TO-END platform!     | ANYWHERE       | 1
            end to end platform | end to the end of platforms | ANYWHERE       | -1
            систем*             | В системах и системе        | ANYWHERE       | 1
            надежн*             | Самый надёжный              | ANYWHERE       | 1
            we                  | We do. Then we rest.        | START          | 0
            we                  | Then we rest                | START          | -1
            our product         | You win. Our product helps  | FIRST_SENTENCE | -1
            our product         | With our product you win.   | FIRST_SENTENCE | 1
            version 2           | In version 2.5 you win.     | FIRST_SENTENCE | 1
            everyone            | Everyone                    | WHOLE          | 0
            everyone            | Everyone who hires          | WHOLE          | -1
            long phrase here    | short                       | ANYWHERE       | -1
            'our|my product*'   | Try my products now         | ANYWHERE       | 1
            our … product       | Our very best new product   | START          | 0
            our ... product     | Our quite very best new product | ANYWHERE   | -1
            our … product       | Our day is over. A product waits | ANYWHERE  | -1
            … our product       | With this, our product      | START          | 2
            … our product       | One two three four our product | START       | -1
            our … product       | Our best product            | WHOLE          | 0
            our … product       | Our best product wins       | WHOLE          | -1
            a … b c             | a b x b c                   | ANYWHERE       | 0
            … word …            | A word                      | ANYWHERE       | 1
            word                | ''                          | ANYWHERE       | -1
            for all ¶           | Training for all. Daily     | ANYWHERE       | 1
            for all ¶           | Training for all            | ANYWHERE       | 1
            for all ¶           | Training for all managers   | ANYWHERE       | -1
            for all ¶           | Training for all, for all   | ANYWHERE       | 3
            №1                  | Ｎｏ１ of trainers            | ANYWHERE       | 0
            йод                 | Йод                         | ANYWHERE       | 0
            """)
    void shouldStandWhereItStands(String phrase, String text, Place place, int start) {
        assertThat(Phrase.of(phrase)
                        .in(Words.of(text), place)
                        .map(Phrase.Match::first)
                        .limit(1))
                .isEqualTo(start < 0 ? List.of() : List.of(start));
    }

    @Test
    void shouldTakeTimeInProportionWhateverThePhraseSays() {
        var phrase = Phrase.of("a … ".repeat(24) + "b");
        var text = Words.of("a ".repeat(1_000));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(phrase.in(text, Place.ANYWHERE)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!?", "*", "a*b", "* word", "w**", "…", "¶", "|", "a|*"})
    void shouldRefuseWhatIsNoPhrase(String text) {
        assertThatThrownBy(() -> Phrase.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

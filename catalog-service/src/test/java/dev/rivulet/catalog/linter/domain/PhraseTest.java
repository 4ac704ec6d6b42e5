package dev.rivulet.catalog.linter.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
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
            word                | ''                          | ANYWHERE       | -1
            """)
    void shouldStandWhereItStands(String phrase, String text, Place place, int start) {
        var expected = start < 0 ? OptionalInt.empty() : OptionalInt.of(start);
        assertThat(Phrase.of(phrase).in(Words.of(text), place)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!?", "*", "a*b", "* word", "w**"})
    void shouldRefuseWhatIsNoPhrase(String text) {
        assertThatThrownBy(() -> Phrase.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

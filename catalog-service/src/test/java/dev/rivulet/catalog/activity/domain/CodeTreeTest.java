package dev.rivulet.catalog.activity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTreeTest {

    @ParameterizedTest
    @CsvSource({
        "47.91, 47.91, true",
        "47.91, 47.91.2, true",
        "47.9, 47.91.2, true",
        "47, 47.91.2, true",
        "45.32.2, 45.32.21, true",
        "47.91.2, 47.91, false",
        "47.91, 47.99, false",
        "4, 5, false",
        "47.91.1, 47.91.2, false",
        "G, 47.91, false"
    })
    void shouldCoverItselfAndWhatIsUnderIt(String held, String needed, boolean covers) {
        assertThat(CodeTree.covers(held, needed)).isEqualTo(covers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "01", "01.1", "01.11", "47.91.2", "45.32.21", "541511"})
    void shouldKnowCodes(String code) {
        assertThat(CodeTree.isCode(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "AB", "47.", ".47", "47..9", "47,9", "47.9 ", "47.x", "1234567", "1.2.3.4.5.6"})
    void shouldKnowWhatIsNone(String code) {
        assertThat(CodeTree.isCode(code)).isFalse();
    }

    @Test
    void shouldFindWhatMayStandAbove() {
        assertThat(CodeTree.above("45.32.21")).containsExactly("45.32.2", "45.32", "45.3", "45", "4");
        assertThat(CodeTree.anyCovers(List.of("62.09", "47.9"), "47.91.2")).isTrue();
        assertThat(CodeTree.anyCovers(List.of(), "47.91.2")).isFalse();
    }
}

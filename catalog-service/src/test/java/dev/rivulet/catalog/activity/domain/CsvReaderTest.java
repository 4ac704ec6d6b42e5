package dev.rivulet.catalog.activity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvReaderTest {

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of("a,b", List.of(List.of("a", "b"))),
                Arguments.of("a,b\n", List.of(List.of("a", "b"))),
                Arguments.of("a,b\r\nc,d\r\n", List.of(List.of("a", "b"), List.of("c", "d"))),
                Arguments.of("\uFEFFa,b", List.of(List.of("a", "b"))),
                Arguments.of("a;b\nc;d,e", List.of(List.of("a", "b"), List.of("c", "d,e"))),
                Arguments.of("a,\"b;c\"", List.of(List.of("a", "b;c"))),
                Arguments.of("a,,\n", List.of(List.of("a", "", ""))),
                Arguments.of("\"x, \"\"y\"\"\",z", List.of(List.of("x, \"y\"", "z"))),
                Arguments.of("\"two\nlines\",z", List.of(List.of("two\nlines", "z"))),
                Arguments.of("a,b\n\n \nc,d", List.of(List.of("a", "b"), List.of("c", "d"))),
                Arguments.of("a,\"open", List.of(List.of("a", "open"))));
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldReadRows(String text, List<List<String>> expected) {
        assertThat(rows(text).stream().map(CsvRow::fields)).isEqualTo(expected);
    }

    @Test
    void shouldReadRowsOfAnyLengthOneAfterTheOther() {
        var expected = new ArrayList<List<String>>();
        var text = new StringBuilder();
        for (var length : List.of(1, 8_189, 8_190, 8_191, 8_192, 8_193, 20_000, 3)) {
            expected.add(List.of("a".repeat(length), "b\"c"));
            text.append("a".repeat(length)).append(",\"b\"\"c\"\n");
        }
        assertThat(rows(text.toString()).stream().map(CsvRow::fields)).isEqualTo(expected);
    }

    @Test
    void shouldTellTheLineOnWhichARowBegins() {
        assertThat(rows("h,i\n\"a\nb\",c\n\nd,e\n").stream().map(CsvRow::line)).containsExactly(1L, 2L, 5L);
    }

    @Test
    void shouldNotLetAnOpenQuoteSwallowTheMemory() {
        var open = rows("a,\"" + "x".repeat(300_000)).getFirst().fields().get(1);
        var plain = rows("a," + "x".repeat(300_000)).getFirst().fields().get(1);
        assertThat(open).hasSize(100_000).isEqualTo(plain);
    }

    private static List<CsvRow> rows(String text) {
        var reader = new CsvReader(new StringReader(text));
        var rows = new ArrayList<CsvRow>();
        for (var row = reader.next(); row != null; row = reader.next()) {
            rows.add(row);
        }
        return rows;
    }
}

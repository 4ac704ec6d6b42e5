package dev.rivulet.catalog.activity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.catalog.activity.domain.EditionDiff.Change;
import dev.rivulet.catalog.activity.domain.EditionDiff.Code;
import dev.rivulet.catalog.activity.domain.EditionDiff.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditionDiffTest {

    @Test
    void shouldTellWhatChanged() {
        var before = List.of(
                new Code("47", "G", "Retail"),
                new Code("47.91", "47.9", "By mail"),
                new Code("47.92", "47.9", "At fairs"),
                new Code("47.99", "47.9", "Other"),
                new Code("62.09", "62.0", "Computers"));
        var after = List.of(
                new Code("47", "G", "Retail"),
                new Code("47.91", "47.9", "By mail or Internet"),
                new Code("47.93", "47.9", "At fairs"),
                new Code("47.99", "47", "Other"),
                new Code("63.10", "63.1", "Data"));

        assertThat(EditionDiff.between(before, after))
                .containsExactly(
                        new Change(Kind.RENAMED, "47.91", "47.91", "By mail", "By mail or Internet"),
                        new Change(Kind.MOVED, "47.92", "47.93", "At fairs", "At fairs"),
                        new Change(Kind.MOVED, "47.99", "47.99", "Other", "Other"),
                        new Change(Kind.REMOVED, "62.09", null, "Computers", null),
                        new Change(Kind.ADDED, "63.10", "63.10", null, "Data"));
    }

    @Test
    void shouldNotGuessWhichOfSeveralOfANameMoved() {
        var before = List.of(new Code("1", null, "Other"), new Code("2", null, "Other"));
        var after = List.of(new Code("3", null, "Other"));
        assertThat(EditionDiff.between(before, after))
                .extracting(Change::kind)
                .containsExactly(Kind.REMOVED, Kind.REMOVED, Kind.ADDED);
    }

    @Test
    void shouldFindNothingBetweenTheSame() {
        var codes = List.of(new Code("1", null, "One"), new Code("1.1", "1", "Two"));
        assertThat(EditionDiff.between(codes, codes)).isEmpty();
        assertThat(EditionDiff.between(List.of(), List.of())).isEmpty();
    }
}

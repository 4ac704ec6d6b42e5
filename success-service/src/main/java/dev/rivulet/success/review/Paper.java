package dev.rivulet.success.review;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The review as it is laid out, every text in the reader's language; what escapes it is the template. */
@TemplateData
record Paper(String language, String title, String subtitle, String note, List<Section> sections) {

    /**
     * A part of it.
     *
     * @param policy how its figures are counted, by name
     * @param lines what is said plainly, before the tables
     */
    @TemplateData
    record Section(String title, String policy, List<String> lines, List<Table> tables) {

        Section {
            lines = List.copyOf(lines);
            tables = List.copyOf(tables);
        }
    }

    /** Rows below their headings; as many cells as headings. */
    @TemplateData
    record Table(List<Cell> headings, List<Row> rows) {}

    @TemplateData
    record Row(List<Cell> cells) {

        static Row of(Cell... cells) {
            return new Row(List.of(cells));
        }
    }

    /**
     * A cell.
     *
     * @param number set on the right
     * @param bar a bar of so many percent behind a figure, 0 to 100; null for none
     */
    @TemplateData
    record Cell(String text, boolean number, @Nullable Integer bar) {

        static Cell text(String text) {
            return new Cell(text, false, null);
        }

        static Cell number(String text) {
            return new Cell(text, true, null);
        }

        /** A figure with a bar as long as its part of the largest. */
        static Cell bar(String text, long value, long largest) {
            return new Cell(text, false, largest == 0 ? 0 : Math.clamp(value * 100 / largest, 0, 100));
        }
    }

    static List<Cell> headings(ReviewTexts texts, String... keys) {
        return Stream.of(keys).map(key -> Cell.text(texts.of(key))).toList();
    }
}

package dev.rivulet.success.cohort;

import dev.rivulet.success.cohort.domain.CellState;
import dev.rivulet.success.cohort.domain.Measure;
import dev.rivulet.success.cohort.domain.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a cell looks in a picture of the table: its text, its colour, and the shape that says red without any colour. */
final class HeatMap {

    static final String DOWN = "▼";
    static final String UP = "▲";

    private final CohortView table;
    private final BigDecimal most;
    private final PictureTexts texts;

    HeatMap(CohortView table, PictureTexts texts) {
        this.table = table;
        this.texts = texts;
        this.most = table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(CohortView.Cell::value)
                .filter(value -> value != null)
                .map(BigDecimal::new)
                .reduce(BigDecimal.ONE, BigDecimal::max);
    }

    String title() {
        var measure = texts.of("measure." + table.measure());
        return table.currency() == null ? measure : measure + ", " + table.currency();
    }

    /** Open and future cells have no figure and no colour. */
    String text(CohortView.Cell cell) {
        var value = cell.value();
        if (value == null) {
            return cell.state() == CellState.OPEN ? "…" : "";
        }
        return table.measure() == Measure.LTV
                ? value
                : new BigDecimal(value).movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %";
    }

    /** The darker, the more was kept; the colours of text and ground contrast by at least 4.5 to 1. */
    String ground(CohortView.Cell cell) {
        var value = cell.value();
        if (value == null) {
            return "#ffffff";
        }
        var part = share(value);
        return "#%02x%02x%02x".formatted(mix(0xf2, 0x1f, part), mix(0xf6, 0x4e, part), mix(0xfb, 0x8c, part));
    }

    String ink(CohortView.Cell cell) {
        var value = cell.value();
        return value != null && share(value) > 55 ? "#ffffff" : "#14202b";
    }

    private int share(String value) {
        return new BigDecimal(value)
                .max(BigDecimal.ZERO)
                .movePointRight(2)
                .divide(most, 0, RoundingMode.HALF_UP)
                .intValue();
    }

    private static int mix(int light, int dark, int percent) {
        return light + (dark - light) * percent / 100;
    }

    /** ▼ or ▲ of a red cell. */
    @Nullable
    String shape(CohortView.Cell cell) {
        var mark = cell.mark();
        if (mark == null || !mark.verdict().isRed()) {
            return null;
        }
        return mark.verdict() == Verdict.RED_DOWN ? DOWN : UP;
    }

    /** The whole cell in words, for those who do not see it. */
    String words(CohortView.Row row, CohortView.Cell cell) {
        var words = new StringBuilder(texts.of("cell", row.cohort(), cell.age(), cell.month()));
        words.append(": ").append(cell.value() == null ? texts.of("state." + cell.state()) : text(cell));
        var mark = cell.mark();
        if (mark != null && mark.verdict() != Verdict.QUIET) {
            words.append(". ").append(texts.of("verdict." + mark.verdict()));
            if (mark.baseline() != null) {
                words.append(" ").append(texts.of("against", percent(mark.kept()), percent(mark.baseline())));
            }
        }
        if (cell.restated()) {
            words.append(". ").append(texts.of("restated"));
        }
        return words.toString();
    }

    private static String percent(String ratio) {
        return new BigDecimal(ratio).movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %";
    }

    private static final Map<Character, String> ESCAPES =
            Map.of('<', "&lt;", '>', "&gt;", '&', "&amp;", '"', "&quot;", '\'', "&#39;");

    static String escape(String text) {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            escaped.append(ESCAPES.getOrDefault(character, String.valueOf(character)));
        }
        return escaped.toString();
    }
}

package dev.rivulet.success.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A cohort table as CSV (RFC 4180): one line per cell; what is not known is empty, never 0. */
final class CohortCsv {

    private static final List<String> HEAD = List.of(
            "cohort",
            "customers",
            "age",
            "month",
            "state",
            "value",
            "soFar",
            "part",
            "whole",
            "restated",
            "otherwise",
            "verdict",
            "kept",
            "baseline",
            "q",
            "caseId");

    private CohortCsv() {}

    static String of(CohortView table) {
        var csv = new StringBuilder();
        line(csv, HEAD);
        for (var row : table.rows()) {
            for (var cell : row.cells()) {
                var mark = cell.mark();
                var values = new ArrayList<@Nullable Object>();
                values.add(row.cohort());
                values.add(row.customers());
                values.add(cell.age());
                values.add(cell.month());
                values.add(cell.state());
                values.add(cell.value());
                values.add(cell.soFar());
                values.add(cell.part());
                values.add(cell.whole());
                values.add(cell.restated());
                values.add(cell.otherwise());
                values.add(mark == null ? null : mark.verdict());
                values.add(mark == null ? null : mark.kept());
                values.add(mark == null ? null : mark.baseline());
                values.add(mark == null ? null : mark.q());
                values.add(mark == null ? null : mark.caseId());
                line(csv, values);
            }
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<? extends @Nullable Object> values) {
        var separator = "";
        for (var value : values) {
            csv.append(separator).append(field(Objects.toString(value, "")));
            separator = ",";
        }
        csv.append("\r\n");
    }

    /** Quoted where needed; a text that a spreadsheet would take for a formula is none. */
    private static String field(String text) {
        var harmless = !text.isEmpty() && "=+@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}

package dev.rivulet.success.cohort;

import static dev.rivulet.success.cohort.HeatMap.escape;

/** A cohort table as a page of its own, which needs no script: a table for readers and screen readers alike. */
final class CohortHtml {

    private static final String STYLE = "body{font:14px system-ui,sans-serif;color:#14202b;margin:24px}"
            + "table{border-collapse:collapse}th,td{padding:6px 10px;text-align:right;border:1px solid #d5dbe1}"
            + "th{font-weight:600;background:#fff}td.red{outline:3px solid #b00020;outline-offset:-3px;font-weight:700}"
            + ".w{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}p,li{max-width:80ch}";

    private CohortHtml() {}

    static String of(CohortView table, PictureTexts texts) {
        var map = new HeatMap(table, texts);
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title>"
                        .formatted(texts.locale().getLanguage(), escape(map.title()))
                + "<meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE + "</style></head><body>");
        html.append("<h1>").append(escape(map.title())).append("</h1><p>");
        var policy = table.policy();
        html.append(escape(texts.of("policy", policy.name(), policy.version(), policy.definition())))
                .append(" ")
                .append(escape(texts.of("closed", table.closedThrough())))
                .append("</p>");
        if (table.rows().isEmpty()) {
            return html.append("<p>")
                    .append(escape(texts.of("nothing")))
                    .append("</p></body></html>")
                    .toString();
        }
        html.append("<table><caption class=\"w\">")
                .append(escape(texts.of("age." + table.period())))
                .append("</caption><thead><tr>");
        head(html, texts.of("cohort"));
        head(html, texts.of("customers"));
        table.rows().getFirst().cells().forEach(cell -> head(html, String.valueOf(cell.age())));
        html.append("</tr></thead><tbody>");
        table.rows().forEach(row -> row(html, map, row));
        html.append("</tbody></table><p>").append(escape(texts.of("legend"))).append("</p>");
        reds(html, map, table, texts);
        return html.append("</body></html>").toString();
    }

    private static void head(StringBuilder html, String text) {
        html.append("<th scope=\"col\">").append(escape(text)).append("</th>");
    }

    private static void row(StringBuilder html, HeatMap map, CohortView.Row row) {
        html.append("<tr><th scope=\"row\">")
                .append(escape(row.cohort()))
                .append("</th><td>")
                .append(row.customers())
                .append("</td>");
        for (var cell : row.cells()) {
            var shape = map.shape(cell);
            html.append("<td%s style=\"background:%s;color:%s\"><span aria-hidden=\"true\">"
                            .formatted(shape == null ? "" : " class=\"red\"", map.ground(cell), map.ink(cell)))
                    .append(shape == null ? "" : shape + " ")
                    .append(escape(map.text(cell)))
                    .append(cell.restated() ? "*" : "")
                    .append("</span><span class=\"w\">")
                    .append(escape(map.words(row, cell)))
                    .append("</span></td>");
        }
        html.append("</tr>");
    }

    private static void reds(StringBuilder html, HeatMap map, CohortView table, PictureTexts texts) {
        html.append("<h2>").append(escape(texts.of("reds"))).append("</h2><ul>");
        for (var row : table.rows()) {
            for (var cell : row.cells()) {
                if (map.shape(cell) != null) {
                    html.append("<li>").append(escape(map.words(row, cell))).append("</li>");
                }
            }
        }
        for (var drift : table.drifts()) {
            html.append("<li>")
                    .append(escape(texts.of("drift", drift.month(), drift.average(), drift.limit())))
                    .append("</li>");
        }
        html.append("</ul>");
    }
}

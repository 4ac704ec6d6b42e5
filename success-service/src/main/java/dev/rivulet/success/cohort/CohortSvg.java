package dev.rivulet.success.cohort;

import static dev.rivulet.success.cohort.HeatMap.escape;

/** A cohort table as an SVG picture. */
final class CohortSvg {

    private static final int LEFT = 150;
    private static final int TOP = 70;
    private static final int WIDTH = 66;
    private static final int HEIGHT = 28;

    private CohortSvg() {}

    static String of(CohortView table, PictureTexts texts) {
        var map = new HeatMap(table, texts);
        var columns =
                table.rows().isEmpty() ? 0 : table.rows().getFirst().cells().size();
        var width = LEFT + Math.max(columns, 8) * WIDTH + 20;
        var height = TOP + table.rows().size() * HEIGHT + 40;
        var svg = new StringBuilder(("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" lang=\"%s\" width=\"%d\""
                        + " height=\"%d\" viewBox=\"0 0 %d %d\" aria-labelledby=\"title desc\""
                        + " font-family=\"system-ui, sans-serif\" font-size=\"12\">"
                        + "<title id=\"title\">%s</title><desc id=\"desc\">%s</desc>"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>")
                .formatted(
                        texts.locale().getLanguage(),
                        width,
                        height,
                        width,
                        height,
                        escape(map.title()),
                        escape(texts.of("legend") + " " + texts.of("closed", table.closedThrough()))));
        text(svg, 8, 24, "start", "#14202b", map.title(), " font-size=\"16\" font-weight=\"600\"");
        text(svg, 8, TOP - 10, "start", "#14202b", texts.of("cohort") + " · " + texts.of("customers"), "");
        for (var age = 0; age < columns; age++) {
            text(svg, LEFT + age * WIDTH + WIDTH / 2, TOP - 10, "middle", "#14202b", String.valueOf(age), "");
        }
        for (var i = 0; i < table.rows().size(); i++) {
            row(svg, map, table.rows().get(i), TOP + i * HEIGHT);
        }
        text(svg, 8, height - 12, "start", "#44505c", texts.of(table.rows().isEmpty() ? "nothing" : "legend"), "");
        return svg.append("</svg>").toString();
    }

    private static void row(StringBuilder svg, HeatMap map, CohortView.Row row, int y) {
        text(svg, 8, y + 18, "start", "#14202b", row.cohort() + " · " + row.customers(), "");
        for (var cell : row.cells()) {
            var x = LEFT + cell.age() * WIDTH;
            var shape = map.shape(cell);
            svg.append("<g><title>")
                    .append(escape(map.words(row, cell)))
                    .append(
                            "</title><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%d\"/>"
                                    .formatted(
                                            x + 2,
                                            y + 2,
                                            WIDTH - 4,
                                            HEIGHT - 4,
                                            map.ground(cell),
                                            shape == null ? "#d5dbe1" : "#b00020",
                                            shape == null ? 1 : 3));
            var star = cell.restated() ? "*" : "";
            text(
                    svg,
                    x + WIDTH / 2,
                    y + 18,
                    "middle",
                    map.ink(cell),
                    (shape == null ? "" : shape + " ") + map.text(cell) + star,
                    shape == null ? "" : " font-weight=\"700\"");
            svg.append("</g>");
        }
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String ink, String text, String more) {
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\"%s>".formatted(x, y, anchor, ink, more))
                .append(escape(text))
                .append("</text>");
    }
}

package dev.rivulet.success.usage;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Consumption as comma-separated values (RFC 4180). */
final class ConsumptionCsv {

    private static final String END = "\r\n";

    private final StringBuilder rows = new StringBuilder();

    private ConsumptionCsv() {}

    static String of(ConsumptionView view) {
        var csv = new ConsumptionCsv();
        if (view.days() != null) {
            csv.row("day", "metric", "quantity", "events", "users", "corrected_at");
            view.days()
                    .forEach(line -> csv.row(
                            line.day(),
                            text(line.metric()),
                            line.quantity(),
                            line.events(),
                            line.users(),
                            line.correctedAt() == null ? "" : line.correctedAt()));
        }
        if (view.months() != null) {
            csv.row("month", "metric", "quantity", "events", "users", "active_days");
            view.months()
                    .forEach(line -> line.metrics()
                            .forEach(metric -> csv.row(
                                    line.month(),
                                    text(metric.metric()),
                                    metric.quantity(),
                                    metric.events(),
                                    line.users(),
                                    line.activeDays())));
        }
        if (view.features() != null) {
            csv.row("feature", "metric", "quantity", "events", "users", "active_days");
            view.features()
                    .forEach(line -> csv.row(
                            text(line.feature()),
                            text(line.metric()),
                            line.quantity(),
                            line.events(),
                            line.users(),
                            line.activeDays()));
        }
        if (view.users() != null) {
            csv.row("user_id", "metric", "quantity", "events", "active_days", "last_day");
            view.users()
                    .forEach(line -> csv.row(
                            text(line.userId()),
                            text(line.metric()),
                            line.quantity(),
                            line.events(),
                            line.activeDays(),
                            line.lastDay()));
        }
        return csv.rows.toString();
    }

    private void row(Object... values) {
        rows.append(Stream.of(values).map(Object::toString).collect(Collectors.joining(",")))
                .append(END);
    }

    /** Quoted; what a spreadsheet would take for a formula is made text. */
    private static String text(String value) {
        var harmless = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}

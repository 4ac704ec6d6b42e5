package dev.rivulet.success.review;

import dev.rivulet.success.review.Paper.Cell;
import dev.rivulet.success.review.Paper.Row;
import dev.rivulet.success.review.Paper.Section;
import dev.rivulet.success.review.Paper.Table;
import dev.rivulet.success.value.PromiseView;
import java.util.List;
import java.util.Objects;

/** What was promised, what was measured of it, and what the customer said. */
final class ValueSection {

    private ValueSection() {}

    static Section of(Evidence evidence, ReviewTexts texts) {
        var lines = evidence.promises().isEmpty() ? List.of(texts.of("value.nothing")) : List.<String>of();
        var tables = evidence.promises().isEmpty()
                ? List.<Table>of()
                : List.of(new Table(
                        Paper.headings(
                                texts,
                                "value.metric",
                                "value.promised",
                                "value.due",
                                "value.measured",
                                "value.progress",
                                "value.word"),
                        evidence.promises().stream()
                                .map(promise -> row(promise, evidence, texts))
                                .toList()));
        return new Section(texts.of("value.title"), texts.of("value.policy"), lines, tables);
    }

    private static Row row(PromiseView promise, Evidence evidence, ReviewTexts texts) {
        var latest = promise.latestMeasurement();
        return Row.of(
                Cell.text(promise.metric()),
                Cell.text(texts.of("value.from-to", promise.baseline(), promise.target(), promise.unit())),
                Cell.text(texts.day(promise.dueOn())),
                Cell.text(
                        latest == null
                                ? texts.of("value.unmeasured")
                                : texts.of("value.on", latest.value(), texts.day(latest.measuredOn()))),
                latest == null
                        ? Cell.text("")
                        : Cell.bar(
                                texts.percent(latest.progress()),
                                Math.max(0, latest.progress().movePointRight(2).longValue()),
                                100),
                Cell.text(word(promise, evidence, texts)));
    }

    /** Who said so is for those only who may know the people at customers. */
    private static String word(PromiseView promise, Evidence evidence, ReviewTexts texts) {
        var status = texts.name("promise", promise.status());
        if (promise.confirmedOn() == null) {
            return status;
        }
        var on = texts.day(promise.confirmedOn());
        return promise.confirmedBy() == null || !evidence.people()
                ? texts.of("value.confirmed-on", status, on)
                : texts.of("value.confirmed-by", status, Objects.requireNonNull(promise.confirmedBy()), on);
    }
}

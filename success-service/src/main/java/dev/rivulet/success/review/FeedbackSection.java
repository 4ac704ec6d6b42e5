package dev.rivulet.success.review;

import dev.rivulet.success.review.Paper.Cell;
import dev.rivulet.success.review.Paper.Row;
import dev.rivulet.success.review.Paper.Section;
import dev.rivulet.success.review.Paper.Table;
import java.util.ArrayList;

/** What the customer said of our products, and what was released for it. */
final class FeedbackSection {

    private FeedbackSection() {}

    static Section of(Evidence evidence, ReviewTexts texts) {
        var lines = new ArrayList<String>();
        var tables = new ArrayList<Table>();
        if (evidence.feedback().isEmpty()) {
            lines.add(texts.of("feedback.nothing"));
        } else {
            tables.add(new Table(
                    Paper.headings(texts, "feedback.day", "feedback.kind", "feedback.words"),
                    evidence.feedback().stream()
                            .map(words -> Row.of(
                                    Cell.text(texts.day(words.givenAt(), evidence.zone())),
                                    Cell.text(texts.name("feedback", words.kind())),
                                    Cell.text(words.text())))
                            .toList()));
        }
        if (evidence.releases().isEmpty()) {
            lines.add(texts.of("release.nothing"));
        } else {
            tables.add(new Table(
                    Paper.headings(texts, "release.day", "release.what"),
                    evidence.releases().stream()
                            .map(release -> Row.of(
                                    Cell.text(texts.day(release.occurredAt(), evidence.zone())),
                                    Cell.text(release.facts().getOrDefault("title", ""))))
                            .toList()));
        }
        return new Section(texts.of("feedback.title"), texts.of("feedback.policy"), lines, tables);
    }
}

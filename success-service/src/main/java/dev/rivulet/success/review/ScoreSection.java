package dev.rivulet.success.review;

import dev.rivulet.success.review.Paper.Cell;
import dev.rivulet.success.review.Paper.Row;
import dev.rivulet.success.review.Paper.Section;
import dev.rivulet.success.review.Paper.Table;
import dev.rivulet.success.score.ScoreRecordView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The score at both ends, and what moved it: the parts add up to the change to the last digit. */
final class ScoreSection {

    private ScoreSection() {}

    static Section of(Evidence evidence, ReviewTexts texts) {
        var change = evidence.score();
        var lines = new ArrayList<String>();
        lines.add(level(texts.day(change.from()), change.before(), texts));
        lines.add(level(texts.day(change.to()), change.after(), texts));
        lines.add(texts.of(
                "score.change",
                texts.orTooLittle(change.change() == null ? null : texts.signed(change.change()), change.reason())));
        var tables = change.parts().isEmpty()
                ? List.<Table>of()
                : List.of(new Table(
                        List.of(
                                Cell.text(texts.of("score.component")),
                                Cell.text(texts.of("score.cause")),
                                Cell.number(texts.of("score.points"))),
                        change.parts().stream()
                                .map(part -> Row.of(
                                        Cell.text(texts.name("component", part.component())),
                                        Cell.text(texts.name("cause", part.cause())),
                                        Cell.number(texts.signed(part.points()))))
                                .toList()));
        var after = change.after();
        return new Section(
                texts.of("score.title"),
                after == null ? texts.of("score.policy-none") : texts.of("score.policy", "" + after.modelNumber()),
                lines,
                tables);
    }

    private static String level(String day, @Nullable ScoreRecordView record, ReviewTexts texts) {
        if (record == null) {
            return texts.of("score.level", day, texts.of("too-little"));
        }
        var score = record.score();
        var coverage = texts.percent(record.coverage());
        return score == null
                ? texts.of("score.unknown", day, texts.orTooLittle(null, record.reason()), coverage)
                : texts.of(
                        "score.known",
                        day,
                        texts.number(score),
                        record.band() == null ? "" : texts.name("band", record.band()),
                        coverage);
    }
}

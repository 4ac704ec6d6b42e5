package dev.rivulet.success.review;

import dev.rivulet.success.problem.ProblemView;
import dev.rivulet.success.review.Paper.Cell;
import dev.rivulet.success.review.Paper.Row;
import dev.rivulet.success.review.Paper.Section;
import dev.rivulet.success.review.Paper.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problems there were, and which of them are solved. */
final class ProblemSection {

    private ProblemSection() {}

    static Section of(Evidence evidence, ReviewTexts texts) {
        var problems = evidence.problems();
        var opened = problems.stream()
                .filter(problem -> within(problem.openedAt(), evidence))
                .count();
        var solved = problems.stream()
                .filter(problem -> within(solvedAt(problem), evidence))
                .count();
        var open = problems.stream()
                .filter(problem -> isOpenAfter(solvedAt(problem), evidence))
                .count();
        var lines = problems.isEmpty()
                ? List.of(texts.of("problem.nothing"))
                : List.of(texts.of("problem.counts", texts.number(opened), texts.number(solved), texts.number(open)));
        var tables = problems.isEmpty()
                ? List.<Table>of()
                : List.of(new Table(
                        Paper.headings(texts, "problem.what", "problem.severity", "problem.opened", "problem.solved"),
                        problems.stream()
                                .map(problem -> row(problem, evidence, texts))
                                .toList()));
        return new Section(texts.of("problem.title"), texts.of("problem.policy"), lines, tables);
    }

    private static Row row(ProblemView problem, Evidence evidence, ReviewTexts texts) {
        var solvedAt = solvedAt(problem);
        return Row.of(
                Cell.text(problem.title()),
                Cell.text(texts.name("severity", problem.severity())),
                Cell.text(texts.day(problem.openedAt(), evidence.zone())),
                Cell.text(
                        solvedAt == null || isOpenAfter(solvedAt, evidence)
                                ? texts.of("problem.unsolved")
                                : texts.day(solvedAt, evidence.zone())));
    }

    /** Null while it is open, also anew. */
    private static @Nullable Instant solvedAt(ProblemView problem) {
        if (problem.state().isOpen()) {
            return null;
        }
        return problem.resolvedAt() == null ? problem.closedAt() : problem.resolvedAt();
    }

    private static boolean isOpenAfter(@Nullable Instant solvedAt, Evidence evidence) {
        return solvedAt == null || day(solvedAt, evidence).isAfter(evidence.to());
    }

    private static boolean within(@Nullable Instant time, Evidence evidence) {
        if (time == null) {
            return false;
        }
        var day = day(time, evidence);
        return !day.isBefore(evidence.from()) && !day.isAfter(evidence.to());
    }

    private static LocalDate day(Instant time, Evidence evidence) {
        return LocalDate.ofInstant(time, evidence.zone());
    }
}

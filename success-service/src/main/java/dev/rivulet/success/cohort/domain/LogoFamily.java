package dev.rivulet.success.cohort.domain;

import dev.rivulet.success.cohort.domain.LogoTest.Step;
import dev.rivulet.success.cohort.domain.Marking.Logos;
import dev.rivulet.success.cohort.domain.Marking.Mark;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The cells of a table of customers that close in one month, which are judged together. */
public final class LogoFamily {

    /** Older cohorts are what they are; nobody asks any more what changed them. */
    public static final int OLDEST = 36;

    /** The baseline is made of so many cohorts at most, the youngest: what was normal years ago need not be now. */
    public static final int BASELINE = 24;

    private LogoFamily() {}

    /**
     * A row of the table.
     *
     * @param last the month in which the youngest of its accounts started
     * @param steps what it kept of the age before, from age 1 on
     */
    public record Row(String key, YearMonth last, List<Step> steps) {

        boolean hasReached(int age) {
            return age >= 1 && age <= steps.size();
        }
    }

    /** A judged cell. */
    public record Judged(Row row, int age, Step step, Mark mark) {}

    public static List<Judged> judge(List<Row> rows, YearMonth month) {
        var cells = new ArrayList<Row>();
        var pairs = new ArrayList<Logos>();
        for (var row : rows) {
            var age = age(row, month);
            if (age <= OLDEST && row.hasReached(age) && row.steps().get(age - 1).at() > 0) {
                cells.add(row);
                pairs.add(new Logos(row.steps().get(age - 1), others(rows, row, age)));
            }
        }
        var marks = Marking.logos(pairs);
        var judged = new ArrayList<Judged>();
        for (var i = 0; i < cells.size(); i++) {
            var age = age(cells.get(i), month);
            judged.add(new Judged(cells.get(i), age, pairs.get(i).cell(), marks.get(i)));
        }
        return judged;
    }

    private static int age(Row row, YearMonth month) {
        return (int) ChronoUnit.MONTHS.between(row.last(), month);
    }

    /** All others that had closed at the age by the same month, pooled. */
    private static Step others(List<Row> rows, Row cell, int age) {
        return rows.stream()
                .filter(row -> !row.key().equals(cell.key()) && !row.last().isAfter(cell.last()) && row.hasReached(age))
                .sorted(Comparator.comparing(Row::last).reversed())
                .limit(BASELINE)
                .map(row -> row.steps().get(age - 1))
                .reduce(new Step(0, 0), Step::plus);
    }
}

package dev.rivulet.success.cohort;

import dev.rivulet.success.cohort.domain.Fisher;
import dev.rivulet.success.cohort.domain.LogoFamily;
import dev.rivulet.success.cohort.domain.LogoFamily.Judged;
import dev.rivulet.success.figure.domain.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Marks of customers, as they are shown. */
final class LogoMarks {

    private LogoMarks() {}

    static MarkView view(Judged judged) {
        var step = judged.step();
        var stayed = new Share(step.stayed(), step.at());
        return MarkView.of(
                judged.mark(), new MarkView.Interval(MarkView.ratio(stayed.low()), MarkView.ratio(stayed.high())));
    }

    /** The cohort of the month before at the same age, if there were customers in it. */
    static MarkView.@Nullable Previous previous(List<LogoFamily.Row> rows, Judged judged) {
        var before = judged.row().last().minusMonths(1);
        return rows.stream()
                .filter(row -> row.last().equals(before) && row.steps().size() >= judged.age())
                .map(row -> row.steps().get(judged.age() - 1))
                .filter(step -> step.at() > 0)
                .map(step -> new MarkView.Previous(
                        before.toString(), step.at(), step.stayed(), MarkView.ratio(Fisher.p(judged.step(), step))))
                .findFirst()
                .orElse(null);
    }
}

package dev.rivulet.success.review;

import dev.rivulet.success.review.Paper.Cell;
import dev.rivulet.success.review.Paper.Row;
import dev.rivulet.success.review.Paper.Section;
import dev.rivulet.success.review.Paper.Table;
import dev.rivulet.success.survey.NpsView;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people answered, each figure with its interval. */
final class SurveySection {

    /** Below so many answers a figure is shown as what it is: hardly one. */
    private static final long FEW = 10;

    private SurveySection() {}

    static Section of(Evidence evidence, ReviewTexts texts) {
        var nps = evidence.nps();
        var csat = evidence.csat();
        var ces = evidence.ces();
        var none = nps.n() + csat.n() + ces.n() == 0;
        var few = List.of(nps.n(), csat.n(), ces.n()).stream().anyMatch(n -> n > 0 && n < FEW);
        var lines =
                none ? List.of(texts.of("survey.nothing")) : few ? List.of(texts.of("survey.few")) : List.<String>of();
        var table = new Table(
                List.of(
                        Cell.text(texts.of("survey.kind")),
                        Cell.number(texts.of("survey.n")),
                        Cell.number(texts.of("survey.figure")),
                        Cell.number(texts.of("survey.interval"))),
                List.of(
                        row("survey.nps", nps.n(), nps.nps(), interval(nps, texts), nps.reason(), texts),
                        row(
                                "survey.csat",
                                csat.n(),
                                csat.csat(),
                                texts.interval(csat.low(), csat.high()),
                                csat.reason(),
                                texts),
                        row(
                                "survey.ces",
                                ces.n(),
                                ces.ces(),
                                texts.interval(ces.cesLow(), ces.cesHigh()),
                                ces.reason(),
                                texts),
                        row(
                                "survey.easy",
                                ces.n(),
                                ces.easyPercent(),
                                texts.interval(ces.low(), ces.high()),
                                ces.reason(),
                                texts)));
        return new Section(
                texts.of("survey.title"), texts.of("survey.policy"), lines, none ? List.of() : List.of(table));
    }

    /** It rests on the normal distribution, and is nothing but wrong for a handful of answers. */
    private static String interval(NpsView nps, ReviewTexts texts) {
        return nps.n() > 0 && nps.n() < FEW
                ? texts.orTooLittle(null, "few-answers")
                : texts.interval(nps.low(), nps.high());
    }

    private static Row row(
            String key,
            long n,
            @Nullable BigDecimal figure,
            String interval,
            @Nullable String reason,
            ReviewTexts texts) {
        return Row.of(
                Cell.text(texts.of(key)),
                Cell.number(texts.number(n)),
                Cell.number(texts.orTooLittle(figure == null ? null : texts.number(figure), reason)),
                Cell.number(interval));
    }
}

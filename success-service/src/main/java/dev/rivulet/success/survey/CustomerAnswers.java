package dev.rivulet.success.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the people of one customer answered on the days from first to last, both included: each one's latest answer. What
 * was asked anonymously is left out, for in one customer anybody could guess.
 */
@ApplicationScoped
@Transactional
public class CustomerAnswers {

    private final AnswerFigures figures;

    CustomerAnswers(AnswerFigures figures) {
        this.figures = figures;
    }

    public NpsView nps(UUID account, LocalDate first, LocalDate last) {
        var tally =
                figures.tally(SurveyKind.NPS, account, new Period(first, last)).tally();
        return NpsView.of(null, tally, null, List.of());
    }

    public CsatView csat(UUID account, LocalDate first, LocalDate last) {
        var graded = figures.tally(SurveyKind.CSAT, account, new Period(first, last));
        return CsatView.on(graded.points()).of(null, graded.tally(), null, List.of());
    }

    public CesView ces(UUID account, LocalDate first, LocalDate last) {
        var graded = figures.tally(SurveyKind.CES, account, new Period(first, last));
        return CesView.on(graded.points()).of(null, graded.tally(), null, List.of());
    }
}

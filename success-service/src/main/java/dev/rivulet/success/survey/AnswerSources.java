package dev.rivulet.success.survey;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.score.ScoreSource;
import dev.rivulet.success.score.domain.Component;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes each kind of question a component of the score. */
@Singleton
class AnswerSources {

    private final AnswerFigures figures;
    private final TenantClock clock;

    AnswerSources(AnswerFigures figures, TenantClock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @Produces
    @Singleton
    ScoreSource nps() {
        return new AnswerSource(Component.NPS, SurveyKind.NPS, figures, clock);
    }

    @Produces
    @Singleton
    ScoreSource csat() {
        return new AnswerSource(Component.CSAT, SurveyKind.CSAT, figures, clock);
    }

    @Produces
    @Singleton
    ScoreSource ces() {
        return new AnswerSource(Component.CES, SurveyKind.CES, figures, clock);
    }
}

package dev.rivulet.success.survey;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.figure.ShareView;
import dev.rivulet.success.figure.domain.Share;
import dev.rivulet.success.survey.domain.InvitationStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a survey has brought in. */
@ApplicationScoped
@Transactional
class SurveyResults {

    private final SurveyRepository surveys;
    private final SurveyInvitationRepository invitations;
    private final SurveyAnswerRepository answers;
    private final AnswerFigures figures;
    private final SurveyMetrics metrics;
    private final Portfolio portfolio;

    SurveyResults(
            SurveyRepository surveys,
            SurveyInvitationRepository invitations,
            SurveyAnswerRepository answers,
            AnswerFigures figures,
            SurveyMetrics metrics,
            Portfolio portfolio) {
        this.surveys = surveys;
        this.invitations = invitations;
        this.answers = answers;
        this.figures = figures;
        this.metrics = metrics;
        this.portfolio = portfolio;
    }

    ResultsView of(UUID id, Period period, @Nullable Grouping by) {
        var survey = existing(id);
        if (survey.anonymous && (by != null || !period.equals(Period.of(null, null)))) {
            throw Rejected.unprocessable("survey-anonymous", by == null ? "?from" : "?by");
        }
        var counts = invitations.counts(id);
        var answered = counts.getOrDefault(InvitationStatus.ANSWERED, 0L);
        var dismissed = counts.getOrDefault(InvitationStatus.DISMISSED, 0L);
        var invited = answered + dismissed + counts.getOrDefault(InvitationStatus.INVITED, 0L);
        var withheld = survey.anonymous
                ? answered - figures.anonymous(id, survey.minimumGroup).n()
                : 0;
        return new ResultsView(
                id,
                survey.kind,
                survey.anonymous,
                invited,
                answered,
                dismissed,
                withheld,
                ShareView.of(new Share(answered, invited)),
                survey.kind == SurveyKind.NPS ? figure(survey, period, by, NpsView::of) : null,
                survey.kind == SurveyKind.CSAT ? figure(survey, period, by, CsatView.on(survey.points)) : null,
                survey.kind == SurveyKind.CES ? figure(survey, period, by, CesView.on(survey.points)) : null);
    }

    private <V> V figure(Survey survey, Period period, @Nullable Grouping by, SurveyMetrics.View<V> view) {
        return survey.anonymous
                ? view.of(null, figures.anonymous(survey.id, survey.minimumGroup), null, List.of())
                : metrics.of(survey.kind, survey.points, survey.id, period, by, view);
    }

    List<CommentView> comments(UUID id, UUID after, int limit) {
        var survey = existing(id);
        return survey.anonymous
                ? figures.anonymousComments(id, survey.minimumGroup, after, limit)
                : answers.commented(portfolio.accounts().orElse(null), id, after, limit).stream()
                        .map(CommentView::of)
                        .toList();
    }

    private Survey existing(UUID id) {
        var survey = surveys.findById(id);
        if (survey == null) {
            throw Rejected.notFound("survey", id);
        }
        return survey;
    }
}

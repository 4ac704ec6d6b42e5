package dev.rivulet.success.survey;

import static java.util.stream.Collectors.toMap;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.survey.domain.SurveyStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where surveys are written, opened and closed. */
@ApplicationScoped
@Transactional
class SurveyDesk {

    private static final int USUAL_MINIMUM_GROUP = 5;

    private final SurveyRepository surveys;
    private final SurveyRevisionRepository revisions;
    private final Waves waves;
    private final TenantClock clock;
    private final ClockGate gate;

    SurveyDesk(
            SurveyRepository surveys,
            SurveyRevisionRepository revisions,
            Waves waves,
            TenantClock clock,
            ClockGate gate) {
        this.surveys = surveys;
        this.revisions = revisions;
        this.waves = waves;
        this.clock = clock;
        this.gate = gate;
    }

    /** A survey and the version to name when changing it. */
    record Versioned(SurveyView view, long version) {}

    Versioned write(SurveyRequest request) {
        var survey = new Survey();
        survey.name = request.name().strip();
        survey.kind = request.kind();
        survey.points = request.kind().points(request.scale(), "/scale");
        survey.status = SurveyStatus.DRAFT;
        survey.anonymous = Boolean.TRUE.equals(request.anonymous());
        survey.minimumGroup = request.minimumGroup() == null ? USUAL_MINIMUM_GROUP : request.minimumGroup();
        survey.createdAt = clock.now();
        surveys.persist(survey);
        return revised(survey, request.questions());
    }

    Versioned revise(UUID id, @Nullable String ifMatch, Questions questions) {
        var survey = locked(id, ifMatch);
        if (survey.status == SurveyStatus.CLOSED) {
            throw Rejected.conflict("survey-closed");
        }
        return revised(survey, questions);
    }

    private Versioned revised(Survey survey, Questions questions) {
        survey.revision++;
        var revision = new SurveyRevision();
        revision.surveyId = survey.id;
        revision.revision = survey.revision;
        revision.questionEn = questions.en().strip();
        revision.questionRu = questions.ru().strip();
        revision.promptEn = questions.promptEn();
        revision.promptRu = questions.promptRu();
        revision.createdAt = clock.now();
        surveys.flush();
        revisions.persistAndFlush(revision);
        return new Versioned(SurveyView.of(survey, revision), survey.version);
    }

    Versioned activate(UUID id, @Nullable String ifMatch) {
        return moved(locked(id, ifMatch), SurveyStatus.ACTIVE);
    }

    /** Its open waves end and its links no longer work. */
    Versioned close(UUID id, @Nullable String ifMatch) {
        gate.hold();
        var closed = moved(locked(id, ifMatch), SurveyStatus.CLOSED);
        waves.stopAll(id);
        return closed;
    }

    private Versioned moved(Survey survey, SurveyStatus next) {
        if (!survey.status.mayBecome(next)) {
            throw Rejected.conflict("survey-transition", survey.status, next);
        }
        survey.status = next;
        surveys.flush();
        return view(survey);
    }

    Versioned get(UUID id) {
        return view(existing(id, surveys.findById(id)));
    }

    List<SurveyView> page(@Nullable SurveyStatus status, UUID after, int limit) {
        var page = surveys.page(status, after, limit);
        var current = revisions.current(page.stream().map(survey -> survey.id).toList()).stream()
                .collect(toMap(revision -> revision.surveyId, Function.identity()));
        return page.stream()
                .map(survey -> SurveyView.of(survey, Objects.requireNonNull(current.get(survey.id))))
                .toList();
    }

    List<RevisionView> revisions(UUID id) {
        existing(id, surveys.findById(id));
        return revisions.of(id).stream().map(RevisionView::of).toList();
    }

    private Versioned view(Survey survey) {
        return new Versioned(SurveyView.of(survey, revisions.of(survey.id, survey.revision)), survey.version);
    }

    private Survey locked(UUID id, @Nullable String ifMatch) {
        var survey = existing(id, surveys.findById(id, LockModeType.PESSIMISTIC_WRITE));
        Etag.require(ifMatch, survey.version);
        return survey;
    }

    private static Survey existing(UUID id, @Nullable Survey survey) {
        if (survey == null) {
            throw Rejected.notFound("survey", id);
        }
        return survey;
    }
}

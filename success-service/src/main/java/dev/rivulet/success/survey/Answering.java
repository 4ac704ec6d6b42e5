package dev.rivulet.success.survey;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.page.PageLinks;
import dev.rivulet.success.page.PageToken;
import dev.rivulet.success.survey.domain.InvitationStatus;
import dev.rivulet.success.survey.domain.Scale;
import dev.rivulet.success.survey.domain.WaveStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of invitations: each is answered or dismissed once, while its wave is open. */
@ApplicationScoped
@Transactional
class Answering {

    /** A wave does not end while it is answered. */
    private static final LockModeType WHILE_CHANGING = LockModeType.PESSIMISTIC_READ;

    private final SurveyInvitationRepository invitations;
    private final SurveyWaveRepository waves;
    private final SurveyRepository surveys;
    private final SurveyRevisionRepository revisions;
    private final Surveys answers;
    private final Customers customers;
    private final TenantClock clock;
    private final ClockGate gate;
    private final Tenants tenants;
    private final PageLinks links;
    private final Sql sql;
    private final Portfolio portfolio;

    Answering(
            SurveyInvitationRepository invitations,
            SurveyWaveRepository waves,
            SurveyRepository surveys,
            SurveyRevisionRepository revisions,
            Surveys answers,
            Customers customers,
            TenantClock clock,
            ClockGate gate,
            Tenants tenants,
            PageLinks links,
            Sql sql,
            Portfolio portfolio) {
        this.invitations = invitations;
        this.waves = waves;
        this.surveys = surveys;
        this.revisions = revisions;
        this.answers = answers;
        this.customers = customers;
        this.clock = clock;
        this.gate = gate;
        this.tenants = tenants;
        this.links = links;
        this.sql = sql;
        this.portfolio = portfolio;
    }

    /** What whoever follows a link is shown. */
    sealed interface Shown {

        /** The question waits. */
        record Question(SurveyKind kind, int points, Questions questions, boolean anonymous) implements Shown {

            Scale scale() {
                return kind.scale(points);
            }
        }

        record Answered() implements Shown {}

        record Dismissed() implements Shown {}

        record Expired() implements Shown {}

        record Unknown() implements Shown {}
    }

    Shown show(PageToken token) {
        return invitations
                .byToken(token.hash())
                .map(link -> standing(Objects.requireNonNull(invitations.findById(link.id())), LockModeType.NONE))
                .orElseGet(Shown.Unknown::new);
    }

    /**
     * Answers in the name of the person invited, if the question still waits.
     *
     * @return what was shown just before: the answer counts only where that is the question
     */
    Shown answer(PageToken token, int value, @Nullable String comment) {
        var link = invitations.byToken(token.hash()).orElse(null);
        if (link == null) {
            return new Shown.Unknown();
        }
        var invitation = locked(link.id(), link.accountId());
        var shown = standing(invitation, WHILE_CHANGING);
        if (shown instanceof Shown.Question question) {
            if (!question.scale().contains(value)) {
                throw new IllegalArgumentException("no answer to " + question.kind() + ": " + value);
            }
            invitation.status = InvitationStatus.ANSWERED;
            keep(invitation, question, value, comment);
            invitations.flush();
        }
        return shown;
    }

    private void keep(SurveyInvitation invitation, Shown.Question question, int value, @Nullable String comment) {
        if (question.anonymous()) {
            sql.update(
                    "INSERT INTO survey_anonymous_answer (tenant_id, wave_id, value, comment) VALUES (?, ?, ?, ?)",
                    tenants.current(),
                    invitation.waveId,
                    value,
                    comment);
            return;
        }
        var answer = new SurveyAnswer();
        answer.accountId = invitation.accountId;
        answer.surveyId = invitation.surveyId;
        answer.waveId = invitation.waveId;
        answer.kind = question.kind();
        answer.value = value;
        answer.points = question.points();
        answer.respondent = invitation.respondent;
        answer.comment = comment;
        answer.answeredAt = clock.now();
        answers.store(answer, null);
    }

    /** Not to answer is no answer; the link is used up all the same. */
    Shown dismiss(PageToken token) {
        var link = invitations.byToken(token.hash()).orElse(null);
        if (link == null) {
            return new Shown.Unknown();
        }
        var invitation = locked(link.id(), link.accountId());
        var shown = standing(invitation, WHILE_CHANGING);
        if (shown instanceof Shown.Question) {
            invitation.status = InvitationStatus.DISMISSED;
            invitations.flush();
        }
        return shown;
    }

    /** For somebody who said so in person. */
    InvitationView dismiss(UUID id) {
        var invitation = waiting(id);
        invitation.status = InvitationStatus.DISMISSED;
        invitations.flush();
        return InvitationView.of(invitation);
    }

    /** Makes a new link, for whom the first one did not reach; the one before no longer works. */
    LinkView renewLink(UUID id) {
        var invitation = waiting(id);
        // Whoever hands out links could answer in others' names, and tell apart the answers that are left.
        if (surveys.findById(invitation.surveyId).anonymous) {
            throw Rejected.conflict("survey-anonymous");
        }
        var token = PageToken.issue(tenants.current());
        invitation.tokenHash = token.hash();
        invitations.flush();
        return new LinkView(links.to(Invitations.PAGE, token), invitation.expiresAt);
    }

    private SurveyInvitation waiting(UUID id) {
        var account = invitations.accountOf(id).orElseThrow(() -> Rejected.notFound("survey invitation", id));
        var invitation = locked(id, account);
        if (invitation.erased || !(standing(invitation, WHILE_CHANGING) instanceof Shown.Question)) {
            throw Rejected.conflict("invitation-over", invitation.status);
        }
        return invitation;
    }

    InvitationView get(UUID id) {
        var invitation = invitations.findById(id);
        if (invitation == null) {
            throw Rejected.notFound("survey invitation", id);
        }
        return InvitationView.of(invitation);
    }

    List<InvitationView> page(
            @Nullable UUID survey,
            @Nullable UUID wave,
            @Nullable UUID account,
            @Nullable InvitationStatus status,
            UUID after,
            int limit) {
        return invitations.page(portfolio.accounts().orElse(null), survey, wave, account, status, after, limit).stream()
                .map(InvitationView::of)
                .toList();
    }

    /** The order of locks everywhere: clock, customer, the rest. */
    private SurveyInvitation locked(UUID id, UUID account) {
        gate.hold();
        customers.lock(List.of(account));
        return Objects.requireNonNull(invitations.locked(id));
    }

    private Shown standing(SurveyInvitation invitation, LockModeType wavesLock) {
        return switch (invitation.status) {
            case ANSWERED -> new Shown.Answered();
            case DISMISSED -> new Shown.Dismissed();
            case INVITED -> {
                var wave = Objects.requireNonNull(waves.findById(invitation.waveId, wavesLock));
                var isOpen = wave.status == WaveStatus.OPEN && clock.now().isBefore(invitation.expiresAt);
                yield isOpen ? question(wave) : new Shown.Expired();
            }
        };
    }

    private Shown.Question question(SurveyWave wave) {
        var survey = Objects.requireNonNull(surveys.findById(wave.surveyId));
        return new Shown.Question(
                survey.kind, survey.points, Questions.of(revisions.of(survey.id, wave.revision)), survey.anonymous);
    }
}

package dev.rivulet.success.survey;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.events.SuccessEvents;
import dev.rivulet.success.events.SurveyAnswerReceived;
import dev.rivulet.success.input.Happened;
import dev.rivulet.success.survey.domain.Tally;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.timeline.TimelineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records what customers answer, and tells it. */
@ApplicationScoped
public class Surveys {

    /** An answer entered later than this is history, and no reason to call. */
    private static final Duration NEWS = Duration.ofDays(30);

    private final SurveyAnswerRepository answers;
    private final SurveyRepository surveys;
    private final AnswerFigures figures;
    private final People people;
    private final Customers customers;
    private final Portfolio portfolio;
    private final Timeline timeline;
    private final TenantClock clock;
    private final ClockGate gate;
    private final Outbox outbox;
    private final Event<CustomerChanged> changes;
    private final Event<LowAnswer> lowAnswers;

    Surveys(
            SurveyAnswerRepository answers,
            SurveyRepository surveys,
            AnswerFigures figures,
            People people,
            Customers customers,
            Portfolio portfolio,
            Timeline timeline,
            TenantClock clock,
            ClockGate gate,
            Outbox outbox,
            Event<CustomerChanged> changes,
            Event<LowAnswer> lowAnswers) {
        this.answers = answers;
        this.surveys = surveys;
        this.figures = figures;
        this.people = people;
        this.customers = customers;
        this.portfolio = portfolio;
        this.timeline = timeline;
        this.clock = clock;
        this.gate = gate;
        this.outbox = outbox;
        this.changes = changes;
        this.lowAnswers = lowAnswers;
    }

    @Transactional
    AnswerView record(AnswerRequest request) {
        var points = points(request);
        var scale = request.kind().scale(points);
        if (!scale.contains(request.value())) {
            throw Rejected.invalid("answer-out-of-range", "/value", scale.min(), scale.max());
        }
        portfolio.require(request.accountId());
        gate.hold();
        if (customers.lock(List.of(request.accountId())).isEmpty() || !customers.knows(request.accountId())) {
            throw Rejected.unprocessable("account-unknown", "/accountId");
        }
        var answer = new SurveyAnswer();
        answer.accountId = request.accountId();
        answer.surveyId = request.surveyId();
        answer.kind = request.kind();
        answer.value = request.value();
        answer.points = points;
        answer.respondent = request.respondent().strip();
        answer.comment = request.comment();
        answer.answeredAt = Happened.at(request.answeredAt(), clock.now(), "/answeredAt");
        return AnswerView.of(store(answer, request.function()));
    }

    /** How many the scale has, that of the survey where one is answered. */
    private int points(AnswerRequest request) {
        var points = request.kind().points(request.scale(), "/scale");
        if (request.surveyId() == null) {
            return points;
        }
        var its = fit(request.surveyId(), request.kind()).points;
        if (request.scale() != null && its != points) {
            throw Rejected.unprocessable("survey-scale-other", "/scale", its);
        }
        return its;
    }

    private Survey fit(UUID id, SurveyKind kind) {
        var survey = surveys.findById(id);
        if (survey == null) {
            throw Rejected.unprocessable("survey-unknown", "/surveyId");
        }
        if (survey.kind != kind) {
            throw Rejected.unprocessable("survey-kind", "/kind", survey.kind);
        }
        if (survey.anonymous) {
            throw Rejected.unprocessable("survey-anonymous", "/surveyId");
        }
        return survey;
    }

    /** Completes an answer by what is known of its customer, whose row is locked, and keeps it. */
    SurveyAnswer store(SurveyAnswer answer, @Nullable String function) {
        var zone = customers.zones(List.of(answer.accountId)).get(answer.accountId);
        answer.recordedAt = clock.now();
        answer.answeredOn = LocalDate.ofInstant(answer.answeredAt, zone);
        var traits = people.traits(answer.accountId, answer.respondent, function, answer.answeredOn);
        answer.segment = traits.segment();
        answer.plan = traits.plan();
        answer.function = traits.function();
        answers.persistAndFlush(answer);
        tell(answer);
        publish(answer);
        changes.fire(new CustomerChanged(answer.accountId));
        if (answer.kind.isLow(answer.value, answer.points)
                && answer.answeredAt.isAfter(clock.now().minus(NEWS))) {
            lowAnswers.fire(new LowAnswer(
                    answer.id,
                    answer.accountId,
                    answer.kind,
                    answer.value,
                    answer.respondent,
                    answer.comment,
                    answer.answeredAt));
        }
        return answer;
    }

    private void publish(SurveyAnswer answer) {
        outbox.publish(
                SuccessEvents.SURVEY_ANSWER_RECEIVED,
                answer.id,
                answer.version,
                new SurveyAnswerReceived(
                        answer.id,
                        answer.accountId,
                        answer.surveyId,
                        answer.waveId,
                        answer.kind.name(),
                        answer.value,
                        answer.points,
                        answer.answeredAt));
    }

    /** The words of those who are no contacts stay with the answer, where they can be erased. */
    private void tell(SurveyAnswer answer) {
        var contact = new Person(answer.accountId, answer.respondent).contact();
        timeline.append(TimelineEntry.of(
                        answer.accountId,
                        EntryKind.SURVEY_ANSWERED,
                        answer.answeredAt,
                        answer.id,
                        Map.of("kind", answer.kind.name(), "value", Integer.toString(answer.value)))
                .about(contact)
                .saying(contact == null ? null : answer.comment));
    }

    @Transactional
    AnswerView get(UUID id) {
        var answer = answers.findById(id);
        if (answer == null) {
            throw Rejected.notFound("survey answer", id);
        }
        return AnswerView.of(answer);
    }

    @Transactional
    List<AnswerView> page(
            @Nullable UUID account, @Nullable SurveyKind kind, @Nullable UUID survey, UUID after, int limit) {
        return answers.page(portfolio.accounts().orElse(null), account, kind, survey, after, limit).stream()
                .map(AnswerView::of)
                .toList();
    }

    /**
     * What the people of these accounts last answered, each person's latest answer in the time; accounts without any
     * are left out. Anonymous surveys say nothing of an account.
     *
     * @param after answers at this time or before do not count
     * @param until answers after this time do not count
     */
    @Transactional
    public Map<UUID, LatestAnswers> latest(SurveyKind kind, Collection<UUID> accounts, Instant after, Instant until) {
        return accounts.isEmpty() ? Map.of() : figures.latest(kind, accounts, after, until);
    }

    /**
     * The mean of a survey's answers by the people of one account, each person's latest on the days local to the
     * account, first and last included; four decimals.
     *
     * @return null if there are none
     */
    @Transactional
    public @Nullable BigDecimal mean(UUID survey, UUID account, LocalDate first, LocalDate last) {
        return figures.mean(survey, account, first, last);
    }

    /**
     * How each of these answers was given how often: each person's latest in so many days, from a first day on that each
     * account has of its own; on each scale by itself, by the points it has, for they do not add up. Days are local to
     * the accounts; anonymous surveys say nothing of an account.
     */
    @Transactional
    public Map<Integer, Tally> tallies(SurveyKind kind, Map<UUID, LocalDate> firsts, int days) {
        return figures.tallies(kind, firsts, days);
    }

    /** The low answers from the first time on and before the second, kind by kind in the order of their time. */
    @Transactional
    public List<Unhappy> low(Instant from, Instant until) {
        return Arrays.stream(SurveyKind.values())
                .flatMap(kind -> answers.low(kind, from, until).stream())
                .map(answer -> new Unhappy(answer.id, answer.accountId, answer.kind, answer.value))
                .toList();
    }

    /** Whether there is such a survey whose answers are known by account. */
    @Transactional
    public boolean isAttributed(UUID survey) {
        var found = surveys.findById(survey);
        return found != null && !found.anonymous;
    }
}

package dev.rivulet.success.journey;

import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.journey.domain.Course;
import dev.rivulet.success.journey.domain.Criterion;
import dev.rivulet.success.journey.domain.Criterion.Facts;
import dev.rivulet.success.journey.domain.Move;
import dev.rivulet.success.journey.domain.Move.Outcome;
import dev.rivulet.success.task.Reason;
import dev.rivulet.success.task.Severity;
import dev.rivulet.success.task.TaskKind;
import dev.rivulet.success.task.TaskOrder;
import dev.rivulet.success.task.Tasks;
import dev.rivulet.success.task.domain.Deadline;
import dev.rivulet.success.touch.TouchState;
import dev.rivulet.success.touch.Touches;
import dev.rivulet.success.touch.domain.TouchModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes one step: its effect, the note of it, and the way on. */
@ApplicationScoped
class Stepping {

    private final EnrolmentRepository enrolments;
    private final JourneyRepository journeys;
    private final JourneyFacts facts;
    private final StepLog log;
    private final Customers customers;
    private final Signatures signatures;
    private final Touches touches;
    private final Tasks tasks;
    private final StepMessages messages;

    Stepping(
            EnrolmentRepository enrolments,
            JourneyRepository journeys,
            JourneyFacts facts,
            StepLog log,
            Customers customers,
            Signatures signatures,
            Touches touches,
            Tasks tasks,
            StepMessages messages) {
        this.enrolments = enrolments;
        this.journeys = journeys;
        this.facts = facts;
        this.log = log;
        this.customers = customers;
        this.signatures = signatures;
        this.touches = touches;
        this.tasks = tasks;
        this.messages = messages;
    }

    /** The enrolment is locked, and its step due. */
    @Transactional(Transactional.TxType.MANDATORY)
    void step(UUID id, Instant now) {
        var enrolment = Objects.requireNonNull(enrolments.findById(id));
        var journey = journeys.get(enrolment.journeyId);
        var definition = journey.definition;
        var course = definition.course();
        var due = Objects.requireNonNull(enrolment.dueAt);
        if (enrolment.status == EnrolmentStatus.ENDED && !isInTechTouch(enrolment)) {
            enrolment.fallSilent();
            enrolments.flush();
            return;
        }
        if (enrolment.step == definition.steps().size()) {
            end(enrolment, definition, Outcome.COMPLETED, due, now);
            enrolments.flush();
            return;
        }
        var spec = definition.steps().get(enrolment.step);
        var known = facts.of(enrolment.accountId);
        var effect = switch (spec.type()) {
            case TASK -> open(enrolment, spec);
            case MESSAGE -> messages.send(enrolment, spec);
            case WEBHOOK -> messages.tell(enrolment, journey, spec, due, now);
            case WAIT, AWAIT_SUBSCRIPTION, CONDITION, REVIEW -> null;
        };
        var move = course.move(enrolment.step, known, enrolment.extensions);
        log.add(enrolment, spec.key(), due, now, result(spec, effect, move, known), effect);
        apply(enrolment, definition, move, due, known, now);
        enrolments.flush();
    }

    private void apply(
            Enrolment enrolment, JourneyDefinition definition, Move move, Instant due, Facts known, Instant now) {
        switch (move) {
            case Move.Go go -> {
                enrolment.step = go.to();
                enrolment.dueAt = later(enrolment, due, go.afterDays());
            }
            case Move.Await await -> {
                enrolment.step = await.to();
                var happened = signatures.isGiven(enrolment);
                enrolment.waitsFor = happened ? null : await.happening();
                enrolment.dueAt = happened ? due : null;
            }
            case Move.Extend extend -> {
                enrolment.extensions++;
                enrolment.dueAt = later(enrolment, due, extend.days());
                tell(enrolment, "journey-extended", unmet(definition, known), Severity.MEDIUM);
            }
            case Move.End end -> {
                end(enrolment, definition, end.outcome(), due, now);
                if (end.outcome() == Outcome.NOT_READY) {
                    tell(enrolment, "journey-not-ready", unmet(definition, known), Severity.HIGH);
                }
            }
        }
    }

    private void end(Enrolment enrolment, JourneyDefinition definition, Outcome outcome, Instant due, Instant now) {
        if (enrolment.status == EnrolmentStatus.ENDED) {
            enrolment.fallSilent();
            return;
        }
        enrolment.end(outcome, now);
        enrolments.flush();
        if (outcome == Outcome.GRADUATED) {
            touches.lower(enrolment.subject(), definition.touch(), TouchModel.TECH, "graduated");
            var then = Objects.requireNonNull(definition.exit()).then();
            if (then != null) {
                enrolment.step = definition.course().index(then).orElseThrow();
                enrolment.dueAt = due;
            }
        }
    }

    private boolean isInTechTouch(Enrolment enrolment) {
        return touches.of(enrolment.subject())
                .map(touch -> touch.model() == TouchModel.TECH)
                .orElse(true);
    }

    private Instant later(Enrolment enrolment, Instant due, int days) {
        var account = enrolment.accountId;
        var zone = account == null
                ? ZoneOffset.UTC
                : customers.zones(List.of(account)).getOrDefault(account, ZoneOffset.UTC);
        return Course.due(due, days, zone);
    }

    private UUID open(Enrolment enrolment, StepSpec spec) {
        var reason = Reason.of(
                "journey-step", Objects.requireNonNull(spec.titleEn()), Objects.requireNonNull(spec.titleRu()));
        return tasks.open(order(enrolment, reason, spec.severity() == null ? Severity.MEDIUM : spec.severity())
                .due(Deadline.workingDays(spec.dueInDays() == null ? 3 : spec.dueInDays()))
                .onceFor("journey:" + enrolment.id + ":" + spec.key()));
    }

    private void tell(Enrolment enrolment, String code, List<Criterion> unmet, Severity severity) {
        var missing = unmet.stream()
                .map(each -> each.at() == null
                        ? Reason.of("criterion-" + each.kind().name().toLowerCase(Locale.ROOT))
                        : Reason.of(
                                "criterion-" + each.kind().name().toLowerCase(Locale.ROOT),
                                each.at().toPlainString()))
                .toList();
        tasks.open(order(enrolment, Reason.of(code).because(missing), severity)
                .onceFor("journey:" + enrolment.id + ":" + code));
    }

    private TaskOrder order(Enrolment enrolment, Reason reason, Severity severity) {
        return TaskOrder.of(enrolment.accountId, TaskKind.JOURNEY_STEP, reason)
                .severity(severity)
                .ownedBy(
                        touches.of(enrolment.subject()).map(TouchState::manager).orElse(null));
    }

    private static List<Criterion> unmet(JourneyDefinition definition, Facts known) {
        var exit = definition.exit();
        return exit == null ? List.of() : Criterion.unmet(JourneyDefinition.criteria(exit.criteria()), known);
    }

    private static String result(StepSpec spec, @Nullable UUID effect, Move move, Facts known) {
        return switch (move) {
            case Move.Go go ->
                switch (spec.type()) {
                    case TASK -> "task";
                    case MESSAGE -> effect == null ? "nobody" : "message";
                    case WEBHOOK -> effect == null ? "nobody" : "webhook";
                    case CONDITION -> holds(spec.criteria(), known) ? "then" : "otherwise";
                    case WAIT, AWAIT_SUBSCRIPTION, REVIEW -> "waits";
                };
            case Move.Await await -> "waits";
            case Move.Extend extend -> "extended";
            case Move.End end -> end.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private static boolean holds(@Nullable List<CriterionSpec> criteria, Facts known) {
        return criteria == null
                || Criterion.unmet(JourneyDefinition.criteria(criteria), known).isEmpty();
    }
}

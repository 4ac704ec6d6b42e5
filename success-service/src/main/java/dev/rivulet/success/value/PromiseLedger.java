package dev.rivulet.success.value;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.events.PromiseConfirmed;
import dev.rivulet.success.events.PromiseContested;
import dev.rivulet.success.events.SuccessEvents;
import dev.rivulet.success.input.Happened;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.value.Promises.Versioned;
import dev.rivulet.success.value.domain.PromiseStatus;
import dev.rivulet.success.value.domain.PromiseStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes promises from step to step, and writes each step down. */
@ApplicationScoped
@Transactional
class PromiseLedger {

    private final PromiseRepository promises;
    private final MeasurementRepository measurements;
    private final TakenStepRepository steps;
    private final Customers customers;
    private final TenantClock clock;
    private final ClockGate gate;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Event<CustomerChanged> changes;

    PromiseLedger(
            PromiseRepository promises,
            MeasurementRepository measurements,
            TakenStepRepository steps,
            Customers customers,
            TenantClock clock,
            ClockGate gate,
            Outbox outbox,
            Timeline timeline,
            Event<CustomerChanged> changes) {
        this.promises = promises;
        this.measurements = measurements;
        this.steps = steps;
        this.customers = customers;
        this.clock = clock;
        this.gate = gate;
        this.outbox = outbox;
        this.timeline = timeline;
        this.changes = changes;
    }

    Versioned measure(UUID id, MeasurementRequest request) {
        var measurement = new Measurement();
        measurement.value = request.value();
        measurement.measuredOn = request.measuredOn();
        measurement.note = request.note();
        measurement.source = MeasurementSource.MANUAL;
        var promise = locked(id, PromiseStep.MEASURE);
        Happened.on(request.measuredOn(), customers.today(promise.accountId), "/measuredOn");
        return measure(promise, measurement);
    }

    Versioned measure(UUID id, Measurement measurement) {
        return measure(locked(id, PromiseStep.MEASURE), measurement);
    }

    private Versioned measure(Promise promise, Measurement measurement) {
        measurement.promiseId = promise.id;
        measurement.recordedAt = clock.now();
        measurements.persist(measurement);
        // One that is entered late does not replace one of a later day.
        if (promise.measuredOn == null || !measurement.measuredOn.isBefore(promise.measuredOn)) {
            promise.measured = measurement.value;
            promise.measuredOn = measurement.measuredOn;
        } else if (promise.status.isDecided()) {
            throw Rejected.conflict("promise-closed", promise.status);
        }
        // What the customer confirmed was measured before; what it confirms next takes its place.
        promise.confirmedBy = null;
        promise.confirmedOn = null;
        return taken(promise, PromiseStep.MEASURE, step -> {
            step.measured = measurement.value;
            step.reason = measurement.note;
        });
    }

    Versioned confirm(UUID id, @Nullable String ifMatch, ConfirmationRequest request) {
        var promise = locked(id, null);
        Etag.require(ifMatch, promise.version);
        return confirm(promise, request.confirmedBy().strip());
    }

    Versioned confirm(Promise promise, String confirmedBy) {
        if (promise.status.isDecided()) {
            throw Rejected.conflict("promise-closed", promise.status);
        }
        var measured = promise.measured;
        if (measured == null || !promise.status.allows(PromiseStep.CONFIRM, false)) {
            throw Rejected.conflict("promise-not-measured");
        }
        var before = promise.status;
        var outcome = promise.goal().outcome(measured);
        var confirmedOn = customers.today(promise.accountId);
        promise.status = PromiseStatus.of(outcome);
        promise.confirmedOn = confirmedOn;
        promise.confirmedBy = confirmedBy;
        write(promise, PromiseStep.CONFIRM, before, step -> {
            step.measured = measured;
            step.takenBy = confirmedBy;
        });
        outbox.publish(
                SuccessEvents.PROMISE_CONFIRMED,
                promise.id,
                promise.version,
                new PromiseConfirmed(
                        promise.id,
                        promise.accountId,
                        promise.subscriptionId,
                        promise.propositionId,
                        promise.propositionVersion,
                        promise.metric,
                        promise.unit,
                        PromiseView.plain(promise.baseline),
                        PromiseView.plain(promise.target),
                        PromiseView.plain(measured),
                        outcome.name(),
                        confirmedOn));
        return Versioned.of(promise);
    }

    Versioned contest(UUID id, @Nullable String ifMatch, ContestRequest request) {
        var promise = locked(id, null);
        Etag.require(ifMatch, promise.version);
        return contest(promise, request.contestedBy().strip(), request.reason().strip());
    }

    /** What was measured no longer counts, and an outcome that rested on it is withdrawn. */
    Versioned contest(Promise promise, String contestedBy, String reason) {
        var measured = promise.measured;
        if (measured == null || !promise.status.allows(PromiseStep.CONTEST, false)) {
            throw Rejected.conflict("promise-not-measured");
        }
        var withdrawn = promise.status.isDecided() ? promise.status : null;
        promise.measured = null;
        promise.measuredOn = null;
        promise.confirmedBy = null;
        promise.confirmedOn = null;
        var contested = taken(promise, PromiseStep.CONTEST, step -> {
            step.measured = measured;
            step.takenBy = contestedBy;
            step.reason = reason;
        });
        if (withdrawn != null) {
            outbox.publish(
                    SuccessEvents.PROMISE_CONTESTED,
                    promise.id,
                    promise.version,
                    new PromiseContested(
                            promise.id,
                            promise.accountId,
                            promise.subscriptionId,
                            promise.propositionId,
                            promise.propositionVersion,
                            withdrawn.name(),
                            customers.today(promise.accountId)));
        }
        return contested;
    }

    Versioned extend(UUID id, @Nullable String ifMatch, ExtensionRequest request) {
        var promise = locked(id, PromiseStep.EXTEND);
        Etag.require(ifMatch, promise.version);
        var today = customers.today(promise.accountId);
        if (!request.dueOn().isAfter(promise.dueOn) || !request.dueOn().isAfter(today)) {
            throw Rejected.unprocessable("due-not-later", "/dueOn", promise.dueOn, today);
        }
        var before = promise.dueOn;
        promise.dueOn = request.dueOn();
        return taken(promise, PromiseStep.EXTEND, step -> {
            step.dueBefore = before;
            step.dueAfter = request.dueOn();
            step.takenBy = request.agreedWith().strip();
            step.reason = request.reason().strip();
        });
    }

    /** Of a promise that is locked, its customer too. */
    void fallDue(Promise promise) {
        taken(promise, PromiseStep.FALL_DUE, step -> step.measured = promise.measured);
    }

    private Versioned taken(Promise promise, PromiseStep kind, Consumer<TakenStep> details) {
        var before = promise.status;
        promise.status = before.after(kind, promise.measured != null);
        write(promise, kind, before, details);
        return Versioned.of(promise);
    }

    private void write(Promise promise, PromiseStep kind, PromiseStatus before, Consumer<TakenStep> details) {
        var step = new TakenStep();
        step.promiseId = promise.id;
        step.step = kind;
        step.statusBefore = before;
        step.statusAfter = promise.status;
        step.takenAt = clock.now();
        details.accept(step);
        steps.persist(step);
        promises.flush();
        timeline.append(step.told(promise));
        changes.fire(new CustomerChanged(promise.accountId));
    }

    /** The order of locks everywhere: clock, customer, the rest. */
    Promise locked(UUID id, @Nullable PromiseStep next) {
        var account = promises.accountOf(id).orElseThrow(() -> Rejected.notFound("promise", id));
        gate.hold();
        customers.lock(List.of(account));
        var promise = promises.locked(id);
        if (promise == null) {
            throw Rejected.notFound("promise", id);
        }
        if (next != null
                && !promise.status.allows(next, !customers.today(account).isBefore(promise.dueOn))) {
            throw Rejected.conflict("promise-closed", promise.status);
        }
        return promise;
    }
}

package dev.rivulet.success.value;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.customer.SubscriptionState;
import dev.rivulet.success.events.PromiseConfirmed;
import dev.rivulet.success.events.SuccessEvents;
import dev.rivulet.success.value.domain.Goal;
import dev.rivulet.success.value.domain.PromiseStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The value ledger: what was promised, what was measured, what the customer says. */
@ApplicationScoped
public class Promises {

    private final PromiseRepository promises;
    private final MeasurementRepository measurements;
    private final Customers customers;
    private final TenantClock clock;
    private final Outbox outbox;

    Promises(
            PromiseRepository promises,
            MeasurementRepository measurements,
            Customers customers,
            TenantClock clock,
            Outbox outbox) {
        this.promises = promises;
        this.measurements = measurements;
        this.customers = customers;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** A promise and the version to name when changing it. */
    record Versioned(PromiseView view, long version) {

        static Versioned of(Promise promise) {
            return new Versioned(PromiseView.of(promise), promise.version);
        }
    }

    /** Pins the promise when the subscription is first heard of; later states of the subscription leave it alone. */
    void pin(@Observes SubscriptionState subscription) {
        var benefit = subscription.benefit();
        var proposition = subscription.propositionId();
        if (benefit == null || proposition == null || promises.hasFor(subscription.id())) {
            return;
        }
        var goal = new Goal(benefit.baseline(), benefit.target());
        var promise = new Promise();
        promise.accountId = subscription.accountId();
        promise.subscriptionId = subscription.id();
        promise.propositionId = proposition;
        promise.propositionVersion = subscription.propositionVersion();
        promise.metric = benefit.metric();
        promise.unit = benefit.unit();
        promise.baseline = goal.baseline();
        promise.target = goal.target();
        promise.dueOn = subscription.startDate().plusDays(benefit.withinDays());
        promise.status = PromiseStatus.PENDING;
        promises.persist(promise);
    }

    @Transactional
    Versioned measure(UUID id, MeasurementRequest request) {
        var promise = locked(id);
        if (!promise.status.isMeasurable()) {
            throw Rejected.conflict("promise-closed", promise.status);
        }
        var measurement = new Measurement();
        measurement.promiseId = id;
        measurement.value = request.value();
        measurement.measuredOn = request.measuredOn();
        measurement.note = request.note();
        measurement.recordedAt = clock.now();
        measurements.persist(measurement);
        // One that is entered late does not replace one of a later day.
        if (promise.measuredOn == null || !measurement.measuredOn.isBefore(promise.measuredOn)) {
            promise.measured = measurement.value;
            promise.measuredOn = measurement.measuredOn;
        }
        promise.status = PromiseStatus.MEASURED;
        promises.flush();
        return Versioned.of(promise);
    }

    @Transactional
    Versioned confirm(UUID id, @Nullable String ifMatch, ConfirmationRequest request) {
        var promise = locked(id);
        Etag.require(ifMatch, promise.version);
        var measured = promise.measured;
        if (measured == null) {
            throw Rejected.conflict("promise-not-measured");
        }
        if (!promise.status.isConfirmable()) {
            throw Rejected.conflict("promise-closed", promise.status);
        }
        var outcome = promise.goal().outcome(measured);
        promise.status = PromiseStatus.of(outcome);
        var confirmedOn = customers.today(promise.accountId);
        promise.confirmedOn = confirmedOn;
        promise.confirmedBy = request.confirmedBy().strip();
        promises.flush();
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
                        confirmedOn,
                        request.confirmedBy().strip()));
        return Versioned.of(promise);
    }

    @Transactional
    Versioned get(UUID id) {
        return Versioned.of(existing(id, promises.findById(id)));
    }

    @Transactional
    List<PromiseView> page(@Nullable UUID account, UUID after, int limit) {
        return promises.page(account, after, limit).stream()
                .map(PromiseView::of)
                .toList();
    }

    /** All promises to a customer, oldest first. */
    @Transactional
    public List<PromiseView> to(UUID account) {
        return promises.ofAccount(account).stream().map(PromiseView::of).toList();
    }

    private Promise locked(UUID id) {
        return existing(id, promises.findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Promise existing(UUID id, @Nullable Promise promise) {
        if (promise == null) {
            throw Rejected.notFound("promise", id);
        }
        return promise;
    }
}

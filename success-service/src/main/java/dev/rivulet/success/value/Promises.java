package dev.rivulet.success.value;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.customer.SubscriptionState;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.timeline.TimelineEntry;
import dev.rivulet.success.value.domain.Goal;
import dev.rivulet.success.value.domain.PromiseStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The value ledger: what was promised, and how it came out. */
@ApplicationScoped
public class Promises {

    private final PromiseRepository promises;
    private final MeasurementRepository measurements;
    private final TakenStepRepository steps;
    private final ClockedTenants clocked;
    private final Timeline timeline;
    private final Portfolio portfolio;

    Promises(
            PromiseRepository promises,
            MeasurementRepository measurements,
            TakenStepRepository steps,
            ClockedTenants clocked,
            Timeline timeline,
            Portfolio portfolio) {
        this.promises = promises;
        this.measurements = measurements;
        this.steps = steps;
        this.clocked = clocked;
        this.timeline = timeline;
        this.portfolio = portfolio;
    }

    /** A promise and the version to name when changing it. */
    record Versioned(PromiseView view, long version) {

        static Versioned of(Promise promise) {
            return new Versioned(PromiseView.of(promise), promise.version);
        }
    }

    /** Pins the promise when the subscription is first heard of; later states of the subscription leave it alone. */
    void pin(@Observes SubscriptionState subscription) {
        promises.ofSubscription(subscription.id())
                .or(() -> make(subscription))
                // Told again with each state, as an entry takes the place of itself: a timeline lost is whole again.
                .ifPresent(promise -> timeline.append(made(promise, subscription)));
    }

    private static TimelineEntry made(Promise promise, SubscriptionState subscription) {
        return TimelineEntry.of(
                promise.accountId,
                EntryKind.PROMISE_MADE,
                // The same however late it is heard of, and whatever is known of the zone by then.
                subscription.startDate().atStartOfDay(ZoneOffset.UTC).toInstant(),
                promise.id,
                Map.of("metric", promise.metric, "dueOn", promise.originallyDueOn.toString()));
    }

    /** Empty where nothing measurable was promised. */
    private Optional<Promise> make(SubscriptionState subscription) {
        var benefit = subscription.benefit();
        var proposition = subscription.propositionId();
        if (benefit == null || proposition == null) {
            return Optional.empty();
        }
        var goal = new Goal(benefit.baseline(), benefit.target());
        var promise = new Promise();
        promise.id = Promise.id(subscription.id(), subscription.startDate());
        promise.accountId = subscription.accountId();
        promise.subscriptionId = subscription.id();
        promise.propositionId = proposition;
        promise.propositionVersion = subscription.propositionVersion();
        promise.metric = benefit.metric();
        promise.unit = benefit.unit();
        promise.baseline = goal.baseline();
        promise.target = goal.target();
        promise.dueOn = subscription.startDate().plusDays(benefit.withinDays());
        promise.originallyDueOn = promise.dueOn;
        promise.status = PromiseStatus.PENDING;
        promises.persist(promise);
        clocked.remember();
        return Optional.of(promise);
    }

    @Transactional
    Versioned get(UUID id) {
        return Versioned.of(existing(id));
    }

    @Transactional
    List<PromiseView> page(PromiseFilter filter, UUID after, int limit) {
        return promises.page(filter, portfolio.accounts().orElse(null), after, limit).stream()
                .map(PromiseView::of)
                .toList();
    }

    @Transactional
    List<MeasurementView> measurements(UUID id, UUID after, int limit) {
        existing(id);
        return measurements.of(id, after, limit).stream()
                .map(MeasurementView::of)
                .toList();
    }

    @Transactional
    List<StepView> history(UUID id, UUID after, int limit) {
        existing(id);
        return steps.of(id, after, limit).stream().map(StepView::of).toList();
    }

    /** All promises to a customer, oldest first. */
    @Transactional
    public List<PromiseView> to(UUID account) {
        return promises.ofAccount(account).stream().map(PromiseView::of).toList();
    }

    /**
     * How the promises to these customers have come out so far, in the order they were made: confirmed in full or in
     * part, not achieved, or overdue. Those that are still open say nothing yet, nor do customers without any.
     */
    @Transactional
    public Map<UUID, List<PromiseOutcome>> outcomes(Collection<UUID> accounts) {
        var outcomes = new HashMap<UUID, List<PromiseOutcome>>();
        if (!accounts.isEmpty()) {
            promises.cameOut(accounts)
                    .forEach(promise -> outcomes.computeIfAbsent(promise.accountId, none -> new ArrayList<>())
                            .add(PromiseOutcome.of(promise)));
        }
        return outcomes;
    }

    /** What came out, or fell due, from the first time on and before the second, in that order. */
    @Transactional
    public List<PromiseNews> news(Instant from, Instant until) {
        return steps.news(from, until);
    }

    private Promise existing(UUID id) {
        var promise = promises.findById(id);
        if (promise == null) {
            throw Rejected.notFound("promise", id);
        }
        return promise;
    }
}

package dev.rivulet.success.renewal;

import dev.rivulet.kit.clock.DayEdges;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.clock.ClockMoved;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.events.RenewalDecided;
import dev.rivulet.success.events.SuccessEvents;
import dev.rivulet.success.renewal.RenewalTable.CameOut;
import dev.rivulet.success.revenue.Revenue;
import dev.rivulet.success.revenue.RevenueMoved;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.timeline.TimelineEntry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps the risk of each renewal as it is shown 30 days before, and how it came out once its day has passed where the
 * customer is; by the system's time or a test clock's. Movements of revenue that are heard of later correct the outcome,
 * and never the risk that was shown.
 */
@Singleton
class RenewalWatch {

    private static final int CHUNK = 200;

    private final RenewalTable renewals;
    private final RenewalRisks risks;
    private final RenewalPolicies policies;
    private final Revenue revenue;
    private final Customers customers;
    private final Timeline timeline;
    private final Outbox outbox;
    private final TenantClock clock;
    private final ClockGate gate;
    private final ClockedTenants clocked;

    RenewalWatch(
            RenewalTable renewals,
            RenewalRisks risks,
            RenewalPolicies policies,
            Revenue revenue,
            Customers customers,
            Timeline timeline,
            Outbox outbox,
            TenantClock clock,
            ClockGate gate,
            ClockedTenants clocked) {
        this.renewals = renewals;
        this.risks = risks;
        this.policies = policies;
        this.revenue = revenue;
        this.customers = customers;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
        this.gate = gate;
        this.clocked = clocked;
    }

    @Scheduled(every = "${rivulet.renewal.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        clocked.visitByPieces("renewals", this::advance);
    }

    void moved(@Observes ClockMoved move) {
        startOver();
        while (advance()) {
            // The next chunk of customers.
        }
    }

    /** A test clock may begin in the past: what came up next by the system's time is too late then. */
    private void startOver() {
        var late = renewals.runningOnAfter(today().plusYears(1));
        if (late.isEmpty()) {
            return;
        }
        var todays = customers.lock(late.stream().map(Renewal::accountId).collect(Collectors.toSet()));
        renewals.replace(
                late.stream().map(Renewal::subscriptionId).toList(),
                late.stream()
                        .map(renewal -> renewal.next(today(renewal, todays)))
                        .toList());
    }

    void earned(@Observes RevenueMoved move) {
        renewals.lookAgain(move.accounts(), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), DayEdges.FIRST);
    }

    /** Looks at the renewals of a chunk of customers; false if there is nothing left to do. */
    boolean advance() {
        gate.hold();
        var day = today();
        for (var after = new UUID(0, 0); ; ) {
            var accounts = renewals.accountsToLookAt(day, after, CHUNK);
            if (accounts.isEmpty()) {
                return false;
            }
            var todays = customers.lock(accounts);
            if (look(renewals.toLookAt(accounts, day), todays)) {
                return true;
            }
            // Where these customers are it is still the day before.
            after = accounts.getLast();
        }
    }

    private boolean look(List<Renewal> found, Map<UUID, LocalDate> todays) {
        var passed = new ArrayList<Renewal>();
        var toCome = new ArrayList<Renewal>();
        for (var renewal : found) {
            var today = todays.get(renewal.accountId());
            if (today == null || today.isBefore(Objects.requireNonNull(renewal.lookOn()))) {
                continue;
            }
            (renewal.dueOn().isBefore(today) ? passed : toCome).add(renewal);
        }
        comeOut(passed, todays);
        see(toCome, todays);
        return !passed.isEmpty() || !toCome.isEmpty();
    }

    private void see(List<Renewal> toCome, Map<UUID, LocalDate> todays) {
        if (toCome.isEmpty()) {
            return;
        }
        var asked = new HashMap<UUID, LocalDate>();
        toCome.forEach(renewal -> asked.put(renewal.accountId(), today(renewal, todays)));
        var facts = risks.facts(asked);
        var policy = policies.get();
        renewals.keepSeen(toCome.stream()
                .map(renewal -> {
                    var today = today(renewal, todays);
                    return renewal.isToSee(today)
                            ? renewal.seen(
                                    today,
                                    RenewalRisks.judge(policy, renewal, facts, today)
                                            .risk())
                            : renewal.waiting();
                })
                .toList());
    }

    private void comeOut(List<Renewal> passed, Map<UUID, LocalDate> todays) {
        if (passed.isEmpty()) {
            return;
        }
        var changes = revenue.changes(passed.stream().map(RenewalWatch::span).toList());
        var outcomes = passed.stream()
                .map(renewal -> new CameOut(renewal, Objects.requireNonNull(changes.get(span(renewal)))))
                .toList();
        outbox.publishAll(renewals.keepOutcomes(outcomes).stream()
                .map(RenewalWatch::decided)
                .toList());
        timeline.append(outcomes.stream().map(RenewalWatch::entry).toList());
        renewals.add(passed.stream()
                .filter(renewal -> renewal.outcome() == null && !renewal.ends())
                .map(renewal -> renewal.next(today(renewal, todays)))
                .toList());
    }

    private static Revenue.Span span(Renewal renewal) {
        return new Revenue.Span(
                renewal.accountId(),
                renewal.subscriptionId(),
                renewal.dueOn().minusDays(Renewal.NOTICE),
                renewal.dueOn());
    }

    private static Outbox.Publication decided(CameOut out) {
        var renewal = out.renewal();
        var risk = renewal.risk();
        var currency = renewal.mrr().currency();
        return new Outbox.Publication(
                SuccessEvents.RENEWAL_DECIDED,
                renewal.subscriptionId(),
                0,
                new RenewalDecided(
                        renewal.subscriptionId(),
                        renewal.accountId(),
                        renewal.dueOn(),
                        renewal.planName(),
                        out.outcome().name(),
                        risk == null ? null : risk.name(),
                        new Money(out.change().before(), currency),
                        new Money(out.change().after(), currency)));
    }

    private static TimelineEntry entry(CameOut out) {
        var renewal = out.renewal();
        var id = UUID.nameUUIDFromBytes(
                ("renewal " + renewal.subscriptionId() + " " + renewal.dueOn()).getBytes(StandardCharsets.UTF_8));
        var currency = renewal.mrr().currency();
        return TimelineEntry.of(
                renewal.accountId(),
                EntryKind.RENEWAL_DECIDED,
                renewal.dueOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
                id,
                Map.of(
                        "outcome", out.outcome().name(),
                        "plan", renewal.planName(),
                        "dueOn", renewal.dueOn().toString(),
                        "mrrBefore", new Money(out.change().before(), currency).toString(),
                        "mrrAfter", new Money(out.change().after(), currency).toString()));
    }

    private static LocalDate today(Renewal renewal, Map<UUID, LocalDate> todays) {
        return Objects.requireNonNull(todays.get(renewal.accountId()));
    }
}

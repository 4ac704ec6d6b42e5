package dev.rivulet.success.value;

import dev.rivulet.kit.clock.DayEdges;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.clock.ClockMoved;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.events.PromiseFellDue;
import dev.rivulet.success.events.SuccessEvents;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;

/** Finds the promises whose day has gone by where the customer is, by the system's time or a test clock's. */
@Singleton
class DueDays {

    private static final int CHUNK = 200;

    private final PromiseRepository promises;
    private final PromiseLedger ledger;
    private final Customers customers;
    private final TenantClock clock;
    private final ClockGate gate;
    private final ClockedTenants clocked;
    private final Outbox outbox;
    private final Event<PromiseOverdue> overdue;

    DueDays(
            PromiseRepository promises,
            PromiseLedger ledger,
            Customers customers,
            TenantClock clock,
            ClockGate gate,
            ClockedTenants clocked,
            Outbox outbox,
            Event<PromiseOverdue> overdue) {
        this.promises = promises;
        this.ledger = ledger;
        this.customers = customers;
        this.clock = clock;
        this.gate = gate;
        this.clocked = clocked;
        this.outbox = outbox;
        this.overdue = overdue;
    }

    @Scheduled(every = "${rivulet.calendar.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        clocked.visitByPieces("promises", this::advance);
    }

    void moved(@Observes ClockMoved move) {
        while (advance()) {
            // The next chunk of customers.
        }
    }

    /** Lets the promises of a chunk of customers fall due; false if those were the last. */
    boolean advance() {
        gate.hold();
        var day = LocalDate.ofInstant(clock.now(), DayEdges.FIRST);
        for (var after = new UUID(0, 0); ; ) {
            var accounts = promises.accountsDueBefore(day, after, CHUNK);
            if (accounts.isEmpty()) {
                return false;
            }
            var todays = customers.lock(accounts);
            var fallen = promises.dueBefore(day, accounts).stream()
                    .filter(promise -> promise.dueOn.isBefore(todays.getOrDefault(promise.accountId, LocalDate.MIN)))
                    .toList();
            fallen.forEach(promise -> fall(promise, todays.getOrDefault(promise.accountId, day)));
            if (!fallen.isEmpty()) {
                return true;
            }
            // Where these customers are it is still the day.
            after = accounts.getLast();
        }
    }

    private void fall(Promise promise, LocalDate today) {
        ledger.fallDue(promise);
        var measured = promise.measured;
        outbox.publish(
                SuccessEvents.PROMISE_OVERDUE,
                promise.id,
                promise.version,
                new PromiseFellDue(
                        promise.id,
                        promise.accountId,
                        promise.subscriptionId,
                        promise.propositionId,
                        promise.propositionVersion,
                        promise.metric,
                        promise.unit,
                        PromiseView.plain(promise.baseline),
                        PromiseView.plain(promise.target),
                        measured == null ? null : PromiseView.plain(measured),
                        promise.dueOn));
        overdue.fire(new PromiseOverdue(promise.id, promise.accountId, promise.metric, promise.dueOn, today));
    }
}

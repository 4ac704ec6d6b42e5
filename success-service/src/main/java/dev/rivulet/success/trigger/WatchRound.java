package dev.rivulet.success.trigger;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.clock.ClockMoved;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.customer.CustomerSummary;
import dev.rivulet.success.customer.Customers;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks at every customer again and again, for what no event tells: days pass, and cooldowns with them. A page of
 * customers is a transaction that also keeps the place, so that a round goes on where it broke off, and of several
 * replicas one does it.
 */
@Singleton
class WatchRound {

    private static final int PAGE = 500;
    private static final UUID BEGINNING = new UUID(0, 0);

    private final ClockedTenants clocked;
    private final ClockGate gate;
    private final Customers customers;
    private final Watching watching;
    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;
    private final Duration pause;

    WatchRound(
            ClockedTenants clocked,
            ClockGate gate,
            Customers customers,
            Watching watching,
            Sql sql,
            Tenants tenants,
            TenantClock clock,
            @ConfigProperty(name = "rivulet.trigger.round-every") Duration pause) {
        this.clocked = clocked;
        this.gate = gate;
        this.customers = customers;
        this.watching = watching;
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
        this.pause = pause;
    }

    @Scheduled(every = "${rivulet.trigger.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        clocked.visitByPieces("the round of trigger rules", this::page);
    }

    /** A test clock may begin in the past, where the next round by the system's time would never come. */
    void moved(@Observes ClockMoved move) {
        sql.update(
                "UPDATE trigger_round SET next_at = ?, after_account = ? WHERE tenant_id = ?",
                Timestamp.from(move.now()),
                BEGINNING,
                tenants.current());
    }

    /** Whether there may be more. */
    private boolean page() {
        gate.hold();
        var now = clock.now();
        sql.update(
                "INSERT INTO trigger_round (tenant_id, next_at, after_account) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                tenants.current(),
                Timestamp.from(now),
                BEGINNING);
        var due = sql.query(
                "SELECT after_account FROM trigger_round WHERE tenant_id = ? AND next_at <= ? FOR UPDATE SKIP LOCKED",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                Timestamp.from(now));
        if (due.isEmpty()) {
            return false;
        }
        var page = customers.page(null, due.getFirst(), PAGE);
        if (!page.isEmpty()) {
            watching.look(page.stream().map(CustomerSummary::id).toList());
        }
        var last = page.size() < PAGE;
        sql.update(
                "UPDATE trigger_round SET next_at = ?, after_account = ? WHERE tenant_id = ?",
                Timestamp.from(last ? now.plus(pause) : now),
                last ? BEGINNING : page.getLast().id(),
                tenants.current());
        return !last;
    }
}

package dev.rivulet.success.journey;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.customer.Customers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the steps that are due, the longest due first. Each is a transaction with its effect and the way on, so that it
 * happens once, and after a kill goes on with the next; replicas leave those to each other that one of them is at.
 */
@Singleton
class Walking {

    private static final int CANDIDATES = 20;

    private final ClockedTenants clocked;
    private final ClockGate gate;
    private final Customers customers;
    private final Stepping stepping;
    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;

    Walking(
            ClockedTenants clocked,
            ClockGate gate,
            Customers customers,
            Stepping stepping,
            Sql sql,
            Tenants tenants,
            TenantClock clock) {
        this.clocked = clocked;
        this.gate = gate;
        this.customers = customers;
        this.stepping = stepping;
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Scheduled(every = "${rivulet.journey.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        clocked.visit("the journeys", this::walk);
    }

    private void walk() {
        var taken = true;
        while (taken) {
            taken = false;
            for (var due : due()) {
                if (QuarkusTransaction.requiringNew().call(() -> take(due))) {
                    taken = true;
                    // What it leads to may be due before the others that were found.
                    break;
                }
            }
        }
    }

    private record Due(UUID enrolment, @Nullable UUID account) {}

    private List<Due> due() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "SELECT id, account_id FROM journey_enrolment WHERE tenant_id = ? AND status <> 'PAUSED'"
                                + " AND due_at <= ? ORDER BY due_at, id LIMIT ?",
                        row -> new Due(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        tenants.current(),
                        Timestamp.from(clock.now()),
                        CANDIDATES));
    }

    /** Customers are locked before their enrolments; whether it is still due is asked once that is locked. */
    private boolean take(Due due) {
        gate.hold();
        if (due.account() != null) {
            customers.lock(List.of(due.account()));
        }
        var now = clock.now();
        var locked = sql.query(
                "SELECT id FROM journey_enrolment WHERE tenant_id = ? AND id = ? AND status <> 'PAUSED' AND due_at <= ?"
                        + " AND account_id IS NOT DISTINCT FROM ?::uuid FOR UPDATE SKIP LOCKED",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                due.enrolment(),
                Timestamp.from(now),
                due.account());
        locked.forEach(id -> stepping.step(id, now));
        return !locked.isEmpty();
    }
}

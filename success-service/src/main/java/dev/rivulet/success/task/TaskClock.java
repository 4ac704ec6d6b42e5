package dev.rivulet.success.task;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.clock.ClockMoved;
import dev.rivulet.success.clock.ClockedTenants;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * What the passing of time does to tasks: those put off come back, and those overdue go to whom they are escalated to,
 * once, a degree more severe; being put off saves none from that, and whoever it goes to sees it at once. Replicas share the work by skipping locked rows.
 */
@Singleton
class TaskClock {

    private static final int CHUNK = 500;

    private static final String WAKE = "WITH due AS (SELECT id FROM success_task WHERE tenant_id = ?"
            + " AND status = 'SNOOZED' AND wakes_at <= ? ORDER BY wakes_at LIMIT ? FOR UPDATE SKIP LOCKED),"
            + " woken AS (UPDATE success_task t SET status = 'OPEN', snoozed_until = NULL, wakes_at = NULL,"
            + " version = version + 1 FROM due WHERE t.tenant_id = ? AND t.id = due.id RETURNING t.id, t.owner, t.queue)"
            + " INSERT INTO task_event (tenant_id, task_id, owner, queue, kind)"
            + " SELECT ?, id, owner, queue, 'WOKEN' FROM woken";

    private static final String ESCALATE = "WITH due AS (SELECT id, owner, queue FROM success_task WHERE tenant_id = ?"
            + " AND status <> 'DONE' AND escalate_to IS NOT NULL AND escalated_at IS NULL AND overdue_at <= ?"
            + " ORDER BY overdue_at LIMIT ? FOR UPDATE SKIP LOCKED),"
            + " moved AS (UPDATE success_task t SET escalated_at = ?, status = 'OPEN', snoozed_until = NULL,"
            + " wakes_at = NULL, severity = least(severity + 1, 3),"
            + " owner = CASE WHEN starts_with(escalate_to, '@') THEN NULL ELSE escalate_to END,"
            + " queue = CASE WHEN starts_with(escalate_to, '@') THEN substr(escalate_to, 2) ELSE t.queue END,"
            + " version = version + 1 FROM due WHERE t.tenant_id = ? AND t.id = due.id"
            + " RETURNING t.id, t.owner, t.queue, due.owner AS old_owner, due.queue AS old_queue)"
            + " INSERT INTO task_event (tenant_id, task_id, owner, queue, kind)"
            + " SELECT ?, id, old_owner, old_queue, 'TAKEN_AWAY' FROM moved"
            + " UNION ALL SELECT ?, id, owner, queue, 'ESCALATED' FROM moved";

    private final ClockedTenants clocked;
    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;

    TaskClock(ClockedTenants clocked, Sql sql, Tenants tenants, TenantClock clock) {
        this.clocked = clocked;
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Scheduled(every = "${rivulet.task.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        clocked.visitByPieces("the clock of tasks", () -> pass(clock.now()) > 0);
    }

    void moved(@Observes ClockMoved move) {
        while (pass(move.now()) > 0) {
            // The next chunk.
        }
    }

    /** How many tasks were changed. */
    private int pass(Instant time) {
        var tenant = tenants.current();
        var now = Timestamp.from(time);
        return sql.update(WAKE, tenant, now, CHUNK, tenant, tenant)
                + sql.update(ESCALATE, tenant, now, CHUNK, now, tenant, tenant, tenant);
    }
}

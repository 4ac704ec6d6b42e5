package dev.rivulet.success.task;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.clock.ClockedTenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens in an inbox, read from the database: every replica can go on where another one stopped. Transactions end
 * in another order than they begin, so a place is the oldest that was still running, and what had been sent of those
 * after it: nothing is overlooked, nothing waits for a long transaction elsewhere, and little is ever sent twice.
 */
@Singleton
class TaskStream {

    /** For how long what happened is kept. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final int MOST = 100;

    private final Sql sql;
    private final Tenants tenants;
    private final TaskRows rows;
    private final ClockedTenants clocked;

    TaskStream(Sql sql, Tenants tenants, TaskRows rows, ClockedTenants clocked) {
        this.sql = sql;
        this.tenants = tenants;
        this.rows = rows;
        this.clocked = clocked;
    }

    /** Whose tasks: of a person, of nobody in the queue of a role, or both. */
    record Whose(@Nullable String owner, @Nullable String queue) {}

    /** Something that happened, and the place in the stream behind it. */
    record Notice(TaskPosition position, String kind, SuccessTask task) {}

    /** What happened, and the place behind all of it. */
    record Batch(List<Notice> notices, TaskPosition next) {}

    /** The place before everything that is not committed yet. */
    TaskPosition now(Instant now) {
        var oldest = sql.read("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint", row -> row.getLong(1));
        return new TaskPosition(oldest.getFirst(), now.getEpochSecond(), List.of());
    }

    Batch after(TaskPosition place, Whose whose, Instant now) {
        var wanted = new TaskFilter.Conditions(
                new StringBuilder("e.tenant_id = ? AND e.xid >= ?::text::xid8 AND e.seq <> ALL(?::bigint[])"
                        + " AND (e.owner = ? OR e.owner IS NULL AND e.queue = ?)"),
                new ArrayList<>(Arrays.asList(
                        tenants.current(),
                        Long.toString(place.horizon()),
                        place.sent().stream()
                                .map(sent -> Long.toString(sent.seq()))
                                .toArray(String[]::new),
                        whose.owner(),
                        whose.queue())));
        rows.inSight(wanted);
        wanted.values().add(MOST);
        var notices = new ArrayList<Notice>();
        var position = new TaskPosition[] {place};
        var horizons = sql.read(
                "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon, n.* FROM (SELECT 1) one"
                        + " LEFT JOIN (SELECT e.xid::text::bigint AS event_xid, e.seq AS event_seq, e.kind AS event_kind, "
                        + TaskRows.COLUMNS + " FROM task_event e JOIN success_task t"
                        + " ON (t.tenant_id, t.id) = (e.tenant_id, e.task_id) WHERE " + wanted.sql()
                        + " ORDER BY e.xid, e.seq LIMIT ?) n ON true"
                        + " ORDER BY n.event_xid, n.event_seq",
                row -> {
                    var kind = row.getString("event_kind");
                    if (kind != null) {
                        position[0] = position[0].behind(row.getLong("event_xid"), row.getLong("event_seq"), now);
                        notices.add(new Notice(position[0], kind, rows.task(row)));
                    }
                    return row.getLong("horizon");
                },
                wanted.values().toArray());
        return new Batch(notices, notices.size() == MOST ? position[0] : position[0].upTo(horizons.getFirst(), now));
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        clocked.visit(
                "forgetting what happened to tasks",
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.update(
                                "DELETE FROM task_event WHERE tenant_id = ? AND recorded_at < now() - ?::interval",
                                tenants.current(),
                                KEPT.plusHours(1).toString())));
    }
}

package dev.rivulet.success.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.access.Belonging;
import dev.rivulet.success.access.Portfolio;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads inboxes, in one round trip each. */
@Singleton
class TaskRows implements Belonging {

    /** Of a row called {@code t}. */
    static final String COLUMNS =
            "t.id, t.version, t.account_id, t.kind, t.why, t.severity, t.status, t.owner, t.queue,"
                    + " t.due_on, t.snoozed_until, t.escalated_at, t.minor, t.currency, t.rule_id, t.rule_revision, t.opened_at,"
                    + " t.completed_at, t.completed_by, t.outcome, t.note";

    private final Sql sql;
    private final Tenants tenants;
    private final ObjectMapper json;
    private final Portfolio portfolio;

    TaskRows(Sql sql, Tenants tenants, ObjectMapper json, Portfolio portfolio) {
        this.sql = sql;
        this.tenants = tenants;
        this.json = json;
        this.portfolio = portfolio;
    }

    @Override
    public String segment() {
        return "tasks";
    }

    @Override
    public Optional<UUID> customerOf(UUID id, Set<String> caller) {
        return sql
                .read(
                        "SELECT account_id FROM success_task WHERE tenant_id = ? AND id = ? AND account_id IS NOT NULL"
                                + " AND (owner IS NULL OR lower(owner) <> ALL(?))",
                        row -> row.getObject("account_id", UUID.class),
                        tenants.current(),
                        id,
                        caller.toArray(String[]::new))
                .stream()
                .findFirst();
    }

    /** What the caller may see: one's own, those of one's customers, and those of none. */
    void inSight(TaskFilter.Conditions conditions) {
        portfolio
                .accounts()
                .ifPresent(mine -> conditions.and(
                        "(t.account_id IS NULL OR t.account_id = ANY(?) OR lower(t.owner) = ANY(?))",
                        mine.toArray(UUID[]::new),
                        portfolio.me().toArray(String[]::new)));
    }

    List<SuccessTask> page(TaskFilter filter, TaskSort sort, @Nullable Cursor after, int limit) {
        var conditions = filter.conditions(tenants.current(), sort != TaskSort.OPENED);
        inSight(conditions);
        sort.after(after, conditions);
        conditions.values().add(limit);
        return sql.read(
                "SELECT " + COLUMNS + " FROM success_task t WHERE " + conditions.sql() + " ORDER BY " + sort.order
                        + " LIMIT ?",
                this::task,
                conditions.values().toArray());
    }

    SuccessTask task(ResultSet row) throws SQLException {
        var task = new SuccessTask();
        task.id = row.getObject("id", UUID.class);
        task.version = row.getLong("version");
        task.accountId = row.getObject("account_id", UUID.class);
        task.kind = TaskKind.valueOf(row.getString("kind"));
        task.reason = reason(row.getString("why"));
        task.severity = Severity.of(row.getInt("severity"));
        task.status = TaskStatus.valueOf(row.getString("status"));
        task.owner = row.getString("owner");
        task.queue = row.getString("queue");
        task.dueOn = row.getObject("due_on", LocalDate.class);
        task.snoozedUntil = row.getObject("snoozed_until", LocalDate.class);
        task.escalatedAt = instant(row, "escalated_at");
        var currency = row.getString("currency");
        task.moneyAtRisk = currency == null ? null : new Money(row.getLong("minor"), Currency.getInstance(currency));
        task.ruleId = row.getObject("rule_id", UUID.class);
        task.ruleRevision = row.getObject("rule_revision", Integer.class);
        task.openedAt = row.getTimestamp("opened_at").toInstant();
        task.completedAt = instant(row, "completed_at");
        task.completedBy = row.getString("completed_by");
        var outcome = row.getString("outcome");
        task.outcome = outcome == null ? null : TaskOutcome.valueOf(outcome);
        task.note = row.getString("note");
        return task;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private Reason reason(String text) {
        try {
            return json.readValue(text, Reason.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no reason: " + text, e);
        }
    }
}

package dev.rivulet.success.usage;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.success.usage.domain.LocalDays;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * Counts an account anew after its days have come to begin at other instants. Days whose events are past their keeping
 * stay as they were counted; an event that would move into one counts on the first day after them.
 */
@Singleton
class UsageRecount {

    private static final String MOVABLE = " account_id = ? AND stored_on >= ?::date AND day >= ?::date";

    private final Sql sql;
    private final UsageRollup rollup;
    private final UsageMarks marks;
    private final UsageSettings settings;
    private final TenantClock clock;

    UsageRecount(Sql sql, UsageRollup rollup, UsageMarks marks, UsageSettings settings, TenantClock clock) {
        this.sql = sql;
        this.rollup = rollup;
        this.marks = marks;
        this.settings = settings;
        this.clock = clock;
    }

    private record Span(LocalDate first, LocalDate last) {}

    /** The caller holds the account. */
    void inZone(UsageAccounts.Kept account, ZoneId zone, LocalDate today) {
        var since = account.since().toString();
        sql.query(
                        "SELECT min(occurred_at), max(occurred_at) FROM usage_event"
                                + " WHERE account_id = ? AND stored_on >= ?::date HAVING count(*) > 0",
                        row -> new Span(day(row.getTimestamp(1), zone), day(row.getTimestamp(2), zone)),
                        account.id(),
                        since)
                .forEach(span -> move(account, zone, span, horizon(account, today)));
        sql.update("UPDATE usage_account SET zone = ? WHERE account_id = ?", zone.getId(), account.id());
    }

    private static LocalDate day(Timestamp occurredAt, ZoneId zone) {
        return LocalDays.of(occurredAt.toInstant(), zone);
    }

    private String horizon(UsageAccounts.Kept account, LocalDate today) {
        var kept = today.minusDays(settings.eventDays());
        return account.since().isAfter(kept)
                ? account.fixedBefore()
                : sql.query(
                                "SELECT greatest(?::date, ?::date)::text",
                                row -> row.getString(1),
                                account.fixedBefore(),
                                kept.plusDays(2).toString())
                        .getFirst();
    }

    private void move(UsageAccounts.Kept account, ZoneId zone, Span span, String horizon) {
        var id = account.id();
        var since = account.since().toString();
        sql.update(
                "UPDATE usage_event SET day = greatest(?::date,"
                        + " ?::date + width_bucket(occurred_at, ?::text[]::timestamptz[]) - 1) WHERE" + MOVABLE,
                horizon,
                span.first().toString(),
                Columns.of(LocalDays.starts(span.first(), span.last(), zone), start -> start),
                id,
                since,
                horizon);
        tell(id, since, horizon);
        sql.update("DELETE FROM usage_day WHERE account_id = ? AND day >= ?::date", id, horizon);
        sql.update(
                "INSERT INTO usage_day (tenant_id, account_id, day, metric, feature, user_id, quantity, events)"
                        + " SELECT tenant_id, account_id, day, metric, feature, user_id, sum(quantity), count(*)"
                        + " FROM usage_event WHERE" + MOVABLE + " GROUP BY 1, 2, 3, 4, 5, 6",
                id,
                since,
                horizon);
        rollup.rebuildMonths(id, horizon);
        marks.put(List.of(id));
    }

    /** Notes which days come out otherwise, before they do. */
    private void tell(UUID account, String since, String horizon) {
        var now = clock.now().toString();
        sql.update(
                "INSERT INTO usage_correction (tenant_id, id, account_id, day, metric, cause, quantity, events,"
                        + " noticed_at) SELECT current_setting('rivulet.tenant'), uuidv7(?::timestamptz - now()), ?, day,"
                        + " metric, 'ZONE',"
                        + " coalesce(n.quantity, 0) - coalesce(o.quantity, 0), coalesce(n.events, 0)"
                        + " - coalesce(o.events, 0), ?::timestamptz FROM (SELECT day, metric, sum(quantity) AS quantity,"
                        + " count(*) AS events FROM usage_event WHERE" + MOVABLE + " GROUP BY day, metric) n"
                        + " FULL JOIN (SELECT day, metric, sum(quantity) AS quantity, sum(events) AS events"
                        + " FROM usage_day WHERE account_id = ? AND day >= ?::date GROUP BY day, metric) o"
                        + " USING (day, metric) WHERE n.quantity IS DISTINCT FROM o.quantity"
                        + " OR n.events IS DISTINCT FROM o.events ORDER BY day, metric",
                now,
                account,
                now,
                account,
                since,
                horizon,
                account,
                horizon);
    }
}

package dev.rivulet.subscription.usage;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.subscription.usage.domain.LocalDays;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Counts an account anew after its days have come to begin at other instants. What is billed stays on the days it was
 * billed by: an event that would move into a billed day counts on the first day after it, and so once in all.
 */
@Singleton
class UsageRecount {

    /** Events of the account that may move, by the metric's billed days and by what is still kept. */
    private static final String MOVABLE = " account_id = ? AND received_at >= ?::timestamptz AND day >= ("
            + "SELECT greatest(?::date, max(billed_to)) FROM usage_billed b"
            + " WHERE b.account_id = e.account_id AND b.metric = e.metric)";

    private final Sql sql;
    private final UsageSettings settings;

    UsageRecount(Sql sql, UsageSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    private record Span(LocalDate first, LocalDate last) {}

    /** The caller holds the account. */
    void inZone(UUID account, ZoneId zone, Instant since) {
        sql.query(
                        "SELECT min(occurred_at), max(occurred_at) FROM usage_event"
                                + " WHERE account_id = ? AND received_at >= ?::timestamptz HAVING count(*) > 0",
                        row -> new Span(day(row.getTimestamp(1), zone), day(row.getTimestamp(2), zone)),
                        account,
                        since.toString())
                .forEach(span -> move(account, zone, since, span));
        sql.update("UPDATE usage_account SET zone = ? WHERE account_id = ?", zone.getId(), account);
    }

    private static LocalDate day(Timestamp occurredAt, ZoneId zone) {
        return LocalDays.of(occurredAt.toInstant(), zone);
    }

    private void move(UUID account, ZoneId zone, Instant since, Span span) {
        var events = new Object[] {account, since.toString(), horizon(since)};
        var starts = Columns.of(LocalDays.starts(span.first(), span.last(), zone), start -> start);
        sql.update(
                "UPDATE usage_event e SET day = (SELECT greatest(?::date + width_bucket(e.occurred_at,"
                        + " ?::text[]::timestamptz[]) - 1, ?::date, max(billed_to)) FROM usage_billed b"
                        + " WHERE b.account_id = e.account_id AND b.metric = e.metric) WHERE" + MOVABLE,
                span.first().toString(),
                starts,
                events[2],
                events[0],
                events[1],
                events[2]);
        for (var rollup : new String[] {"usage_day", "usage_user_day"}) {
            sql.update(
                    "DELETE FROM " + rollup + " e WHERE account_id = ? AND day >= (SELECT greatest(?::date,"
                            + " max(billed_to)) FROM usage_billed b"
                            + " WHERE b.account_id = e.account_id AND b.metric = e.metric)",
                    events[0],
                    events[2]);
        }
        sql.update(
                "INSERT INTO usage_day SELECT tenant_id, account_id, metric, day, sum(quantity), count(*),"
                        + " max(quantity), (array_agg(quantity ORDER BY occurred_at DESC, key DESC))[1],"
                        + " max(occurred_at), (array_agg(key ORDER BY occurred_at DESC, key DESC))[1]"
                        + " FROM usage_event e WHERE" + MOVABLE + " GROUP BY tenant_id, account_id, metric, day",
                events);
        sql.update(
                "INSERT INTO usage_user_day SELECT DISTINCT tenant_id, account_id, metric, day, user_id"
                        + " FROM usage_event e WHERE" + MOVABLE,
                events);
    }

    /** Days that may have lost events to their keeping stay as they were counted. */
    private String horizon(Instant since) {
        return sql.query(
                        "SELECT CASE WHEN ?::timestamptz > now() - make_interval(days => ?) THEN '-infinity'"
                                + " ELSE (current_date - ? + 2)::text END",
                        row -> row.getString(1),
                        since.toString(),
                        settings.eventDays(),
                        settings.eventDays())
                .getFirst();
    }
}

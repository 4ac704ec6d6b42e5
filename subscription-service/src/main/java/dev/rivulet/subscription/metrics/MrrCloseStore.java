package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.metrics.domain.MonthFlow;
import jakarta.inject.Singleton;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of closed months, in the current transaction. */
@Singleton
class MrrCloseStore {

    private final Sql sql;
    private final Tenants tenants;

    MrrCloseStore(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /**
     * One currency of a closed month.
     *
     * @param late what became known in this month of earlier ones
     * @param end with all of it
     * @param knownNow at the end of the month by what is known at present
     */
    record Line(Currency currency, MonthFlow flow, long late, long end, long knownNow) {}

    @Nullable
    YearMonth last() {
        return sql
                .query(
                        "SELECT month FROM mrr_close WHERE tenant_id = ? ORDER BY month DESC LIMIT 1",
                        row -> YearMonth.from(row.getObject(1, LocalDate.class)),
                        tenants.current())
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** False when the month is closed already; a concurrent twin waits here. */
    boolean begin(YearMonth month, Instant now) {
        return sql.update(
                        "INSERT INTO mrr_close (tenant_id, month, closed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        tenants.current(),
                        first(month),
                        Timestamp.from(now))
                == 1;
    }

    /** Counts what no month has counted: exactly these movements, whatever is booked beside it. */
    void takeIn(YearMonth month, boolean opening) {
        sql.update(
                "INSERT INTO mrr_closed_movement (tenant_id, movement_id, month, part)"
                        + " SELECT tenant_id, id, ?, CASE WHEN moved_on >= ? THEN 'IN_MONTH' ELSE ? END"
                        + " FROM mrr_movement m WHERE tenant_id = ? AND moved_on <= ? AND NOT EXISTS (SELECT FROM"
                        + " mrr_closed_movement c WHERE c.tenant_id = m.tenant_id AND c.movement_id = m.id)",
                first(month),
                first(month),
                opening ? "OPENING" : "LATE",
                tenants.current(),
                Date.valueOf(month.atEndOfMonth()));
    }

    private static final String SUMS = "SELECT currency, coalesce(sum(start), 0),"
            + " coalesce(sum(amount) FILTER (WHERE part = 'IN_MONTH' AND kind = 'NEW'), 0),"
            + " coalesce(sum(amount) FILTER (WHERE part = 'IN_MONTH' AND kind = 'EXPANSION'), 0),"
            + " coalesce(sum(amount) FILTER (WHERE part = 'IN_MONTH' AND kind = 'CONTRACTION'), 0),"
            + " coalesce(sum(amount) FILTER (WHERE part = 'IN_MONTH' AND kind = 'CHURN'), 0),"
            + " coalesce(sum(amount) FILTER (WHERE part = 'IN_MONTH' AND kind = 'REACTIVATION'), 0),"
            + " coalesce(sum(amount) FILTER (WHERE part = 'LATE'), 0),"
            + " coalesce(sum(amount), 0), coalesce(sum(amount), 0) FROM (";

    /** The lines of a month whose movements are taken in. */
    List<Line> lines(YearMonth month, @Nullable YearMonth before) {
        return sql.query(
                SUMS
                        // What the month before ended with, or what there was before any was closed.
                        + "SELECT currency, end_minor AS start, NULL::bigint AS amount, NULL AS part, NULL AS kind"
                        + " FROM mrr_close_line WHERE tenant_id = ? AND month = ?"
                        + " UNION ALL SELECT m.currency, CASE WHEN c.part = 'OPENING' AND c.month = ?"
                        + " THEN m.amount_minor END, m.amount_minor, CASE WHEN c.month = ? THEN c.part END, m.kind FROM mrr_closed_movement c"
                        + " JOIN mrr_movement m ON (m.tenant_id, m.id) = (c.tenant_id, c.movement_id)"
                        + " WHERE c.tenant_id = ?) counted GROUP BY currency ORDER BY currency",
                MrrCloseStore::line,
                tenants.current(),
                before == null ? null : first(before),
                first(month),
                first(month),
                tenants.current());
    }

    void keep(YearMonth month, Line line) {
        var flow = line.flow();
        sql.update(
                "INSERT INTO mrr_close_line (tenant_id, month, currency, start_minor, new_minor, expansion_minor,"
                        + " contraction_minor, churn_minor, reactivation_minor, late_minor, end_minor)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenants.current(),
                first(month),
                line.currency().getCurrencyCode(),
                flow.start(),
                flow.gainedNew(),
                flow.expansion(),
                flow.contraction(),
                flow.churn(),
                flow.reactivation(),
                line.late(),
                line.end());
    }

    @Nullable
    Instant closedAt(YearMonth month) {
        return sql
                .query(
                        "SELECT closed_at FROM mrr_close WHERE tenant_id = ? AND month = ?",
                        row -> row.getTimestamp(1).toInstant(),
                        tenants.current(),
                        first(month))
                .stream()
                .findFirst()
                .orElse(null);
    }

    List<Line> kept(YearMonth month) {
        return sql.query(
                "SELECT currency, start_minor, new_minor, expansion_minor, contraction_minor, churn_minor,"
                        + " reactivation_minor, late_minor, end_minor, (SELECT coalesce(sum(m.amount_minor), 0)"
                        + " FROM mrr_movement m WHERE m.tenant_id = l.tenant_id AND m.currency = l.currency"
                        + " AND m.moved_on <= ?) FROM mrr_close_line l WHERE tenant_id = ? AND month = ?"
                        + " ORDER BY currency",
                MrrCloseStore::line,
                Date.valueOf(month.atEndOfMonth()),
                tenants.current(),
                first(month));
    }

    /** Closed months, the latest first. */
    List<YearMonth> months(@Nullable YearMonth before, int limit) {
        return sql.query(
                "SELECT month FROM mrr_close WHERE tenant_id = ? AND (?::date IS NULL OR month < ?)"
                        + " ORDER BY month DESC LIMIT ?",
                row -> YearMonth.from(row.getObject(1, LocalDate.class)),
                tenants.current(),
                before == null ? null : first(before),
                before == null ? null : first(before),
                limit);
    }

    /** Movements of earlier months that a close has counted, in the order they became known. */
    List<UUID> late(YearMonth month, UUID after, int limit) {
        return sql.query(
                "SELECT movement_id FROM mrr_closed_movement WHERE tenant_id = ? AND month = ? AND part = 'LATE'"
                        + " AND movement_id > ? ORDER BY movement_id LIMIT ?",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                first(month),
                after,
                limit);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                Currency.getInstance(row.getString(1)),
                new MonthFlow(
                        row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7)),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10));
    }

    private static Date first(YearMonth month) {
        return Date.valueOf(month.atDay(1));
    }
}

package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.metrics.domain.MonthFlow;
import dev.rivulet.subscription.metrics.domain.MovementKind;
import jakarta.inject.Singleton;
import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures made of the ledger's rows by the database, as known now. */
@Singleton
class MovementFigures {

    private final Sql sql;
    private final Tenants tenants;

    MovementFigures(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Sums of movements of the days from {@code from} to {@code to}, both included. */
    List<MovementGroup> groups(
            GroupBy by, LocalDate from, LocalDate to, @Nullable MovementKind kind, @Nullable Cursor after, int limit) {
        var values = new ArrayList<@Nullable Object>();
        values.add(tenants.current());
        values.add(Date.valueOf(from));
        values.add(Date.valueOf(to));
        var statement = new StringBuilder("SELECT * FROM (SELECT coalesce(" + by.column + ", '') AS key, kind,"
                + " currency::text AS currency, sum(amount_minor), count(*) FROM mrr_movement"
                + " WHERE tenant_id = ? AND moved_on BETWEEN ? AND ?");
        if (kind != null) {
            statement.append(" AND kind = ?");
            values.add(kind.name());
        }
        statement.append(" GROUP BY 1, 2, 3) groups");
        if (after != null) {
            statement.append(" WHERE (key, kind, currency) > (?, ?, ?)");
            values.addAll(after.values());
        }
        statement.append(" ORDER BY key, kind, currency LIMIT ?");
        values.add(limit);
        return sql.query(
                statement.toString(),
                row -> new MovementGroup(
                        row.getString(1).isEmpty() ? null : row.getString(1),
                        MovementKind.valueOf(row.getString(2)),
                        new Money(row.getLong(4), Currency.getInstance(row.getString(3))),
                        row.getLong(5)),
                values.toArray());
    }

    /**
     * Revenue at the end of a day. A subscription counts whole where its latest movement put it: what was sold of another
     * plan before is part of what it is worth in its present one.
     */
    List<MrrGroup> worth(GroupBy by, LocalDate asOf, @Nullable Cursor after, int limit) {
        var values = new ArrayList<@Nullable Object>(List.of(tenants.current(), Date.valueOf(asOf)));
        var statement = new StringBuilder("SELECT * FROM (SELECT coalesce(key, '') AS key, currency, sum(worth),"
                + " count(*) FROM (SELECT (array_agg(" + by.column + " ORDER BY moved_on DESC, id DESC))[1] AS key,"
                + " currency::text AS currency, sum(amount_minor) AS worth FROM mrr_movement"
                + " WHERE tenant_id = ? AND moved_on <= ? GROUP BY subscription_id, currency"
                + " HAVING sum(amount_minor) <> 0) subscriptions GROUP BY 1, 2) groups");
        if (after != null) {
            statement.append(" WHERE (key, currency) > (?, ?)");
            values.addAll(after.values());
        }
        statement.append(" ORDER BY key, currency LIMIT ?");
        values.add(limit);
        return sql.query(
                statement.toString(),
                row -> new MrrGroup(
                        row.getString(1).isEmpty() ? null : row.getString(1),
                        new Money(row.getLong(3), Currency.getInstance(row.getString(2))),
                        row.getLong(4)),
                values.toArray());
    }

    /**
     * A currency's month, and its customers.
     *
     * @param retained Σ end of the customers with revenue at the start
     * @param kept Σ min(start, end), customer by customer
     * @param customers with revenue at the start
     * @param lost those of them without any at the end
     */
    record Month(Currency currency, MonthFlow flow, long retained, long kept, long customers, long lost) {}

    List<Month> month(YearMonth month) {
        var first = Date.valueOf(month.atDay(1));
        return sql.query(
                "SELECT currency, sum(begin), sum(n), sum(e), sum(co), sum(ch), sum(r),"
                        + " sum(finish) FILTER (WHERE begin > 0), sum(least(begin, finish)) FILTER (WHERE begin > 0), count(*) FILTER (WHERE begin > 0),"
                        + " count(*) FILTER (WHERE begin > 0 AND finish = 0) FROM (SELECT currency, account_id,"
                        + " coalesce(sum(amount_minor) FILTER (WHERE moved_on < ?), 0) AS begin,"
                        + " sum(amount_minor) AS finish,"
                        + of("NEW", "n") + of("EXPANSION", "e") + of("CONTRACTION", "co") + of("CHURN", "ch")
                        + " coalesce(sum(amount_minor) FILTER (WHERE moved_on >= ? AND kind = 'REACTIVATION'), 0) AS r"
                        + " FROM mrr_movement WHERE tenant_id = ? AND moved_on <= ? GROUP BY currency, account_id)"
                        + " accounts GROUP BY currency ORDER BY currency",
                row -> new Month(
                        Currency.getInstance(row.getString(1)),
                        new MonthFlow(
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7)),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10),
                        row.getLong(11)),
                first,
                first,
                first,
                first,
                first,
                first,
                tenants.current(),
                Date.valueOf(month.atEndOfMonth()));
    }

    private static String of(String kind, String name) {
        return " coalesce(sum(amount_minor) FILTER (WHERE moved_on >= ? AND kind = '" + kind + "'), 0) AS " + name
                + ",";
    }
}

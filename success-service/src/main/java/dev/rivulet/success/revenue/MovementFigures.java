package dev.rivulet.success.revenue;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.OnlyOf;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what the sums do not tell: account by account, movement by movement. */
@Singleton
class MovementFigures {

    private final Sql sql;
    private final Tenants tenants;

    MovementFigures(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** What became of accounts that began before some months and moved in them; all others kept what they had. */
    record Moved(String value, long shrunk, long grown, long lost) {}

    /** Of each value of an attribute; of the empty one for the empty attribute. */
    List<Moved> moved(String attribute, String currency, YearMonth first, YearMonth last) {
        var from = first.atDay(1);
        var until = last.plusMonths(1).atDay(1);
        return sql.query(
                "SELECT value, sum(greatest(before - after, 0))::bigint, sum(greatest(after - before, 0))::bigint,"
                        + " count(*) FILTER (WHERE after = 0) FROM (SELECT " + value(attribute) + " AS value,"
                        + " sum(m.minor) FILTER (WHERE m.moved_on < ?) AS before, greatest(sum(m.minor), 0) AS after"
                        + " FROM (SELECT DISTINCT account_id FROM revenue_movement WHERE tenant_id = ? AND currency = ?"
                        + " AND moved_on >= ? AND moved_on < ?) moved"
                        + " JOIN revenue_start s ON s.tenant_id = ? AND s.account_id = moved.account_id"
                        + " AND s.currency = ? AND s.start_month < ?"
                        + " JOIN revenue_movement m ON m.tenant_id = s.tenant_id AND m.account_id = s.account_id"
                        + " AND m.currency = s.currency AND m.moved_on < ?"
                        + " LEFT JOIN revenue_attribute a ON a.tenant_id = s.tenant_id AND a.account_id = s.account_id"
                        + " AND a.attribute = ? GROUP BY s.account_id) accounts WHERE before > 0 GROUP BY value",
                row -> new Moved(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                from,
                tenants.current(),
                currency,
                from,
                until,
                tenants.current(),
                currency,
                RollupStore.number(first),
                until,
                attribute);
    }

    /** As {@link AccountLedger#attributes} has it, unless people said otherwise. */
    private static String value(String attribute) {
        var column = switch (attribute) {
            case Attributes.PLAN -> "plan_id";
            case Attributes.PRODUCT -> "product_id";
            case Attributes.SEGMENT -> "segment_id";
            case Attributes.PARTNER -> "partner_id";
            default -> null;
        };
        if (attribute.isEmpty()) {
            return "''";
        }
        var began = column == null
                ? ""
                : ", (array_agg(m." + column + " ORDER BY m.moved_on, m.recorded_at, m.id))[1]::text";
        return "coalesce(min(a.value)" + began + ", '" + Attributes.NONE + "')";
    }

    List<Revenue.Step> steps(@Nullable String currency, YearMonth from, YearMonth to, int age, int oneIn) {
        return sql.query(
                "SELECT * FROM (SELECT s.account_id, s.start_month, s.currency,"
                        + " coalesce(sum(m.minor) FILTER (WHERE m.moved_on < " + firstDay("?") + "), 0)"
                        + " AS before, greatest(sum(m.minor), 0) AS after FROM revenue_start s JOIN revenue_movement m"
                        + " ON (m.tenant_id, m.account_id, m.currency) = (s.tenant_id, s.account_id, s.currency)"
                        + " AND m.moved_on < " + firstDay("? + 1")
                        + " WHERE s.tenant_id = ? AND (?::text IS NULL OR s.currency = ?)"
                        + " AND s.start_month BETWEEN ? AND ?"
                        + " AND (s.start_month = ? OR abs(hashtext(s.account_id::text)::bigint) % ? = 0)"
                        + " GROUP BY 1, 2, 3) steps WHERE before > 0 ORDER BY account_id, currency",
                row -> new Revenue.Step(
                        row.getObject(1, UUID.class),
                        RollupFigures.month(row.getInt(2)),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5)),
                age,
                age,
                tenants.current(),
                currency,
                currency,
                RollupStore.number(from),
                RollupStore.number(to),
                RollupStore.number(to),
                oneIn);
    }

    /** The first day of the month so many months after the start. */
    private static String firstDay(String months) {
        return "(make_date(s.start_month / 12, s.start_month % 12 + 1, 1) + make_interval(months => " + months + "))";
    }

    List<Revenue.KindSum> kinds(@Nullable String currency, YearMonth start, YearMonth month) {
        return sql.query(
                "SELECT m.kind, m.currency, sum(m.minor)::bigint, count(*) FROM revenue_start s JOIN revenue_movement m"
                        + " ON (m.tenant_id, m.account_id, m.currency) = (s.tenant_id, s.account_id, s.currency)"
                        + " WHERE s.tenant_id = ? AND (?::text IS NULL OR s.currency = ?) AND s.start_month = ?"
                        + " AND m.moved_on BETWEEN ? AND ? GROUP BY 1, 2 ORDER BY abs(sum(m.minor)) DESC, 1, 2",
                row -> new Revenue.KindSum(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
                tenants.current(),
                currency,
                currency,
                RollupStore.number(start),
                Date.valueOf(month.atDay(1)),
                Date.valueOf(month.atEndOfMonth()));
    }

    Map<Revenue.Span, Revenue.Change> changes(Collection<Revenue.Span> spans) {
        record Found(int index, Revenue.Change change) {}
        var asked = List.copyOf(spans);
        var changes = new HashMap<Revenue.Span, Revenue.Change>();
        sql.query(
                        "SELECT s.n, coalesce(sum(m.minor) FILTER (WHERE m.moved_on <= s.first), 0)::bigint,"
                                + " coalesce(sum(m.minor) FILTER (WHERE m.moved_on <= s.last), 0)::bigint"
                                + " FROM unnest(?::uuid[], ?::uuid[], ?::date[], ?::date[]) WITH ORDINALITY"
                                + " AS s (account, subscription, first, last, n) LEFT JOIN revenue_movement m"
                                + " ON m.tenant_id = ? AND m.account_id = s.account"
                                + " AND m.subscription_id = s.subscription GROUP BY s.n",
                        row -> new Found(row.getInt(1), new Revenue.Change(row.getLong(2), row.getLong(3))),
                        texts(asked, Revenue.Span::accountId),
                        texts(asked, Revenue.Span::subscriptionId),
                        texts(asked, Revenue.Span::from),
                        texts(asked, Revenue.Span::to),
                        tenants.current())
                .forEach(found -> changes.put(asked.get(found.index() - 1), found.change()));
        return changes;
    }

    private static String[] texts(List<Revenue.Span> spans, Function<Revenue.Span, Object> column) {
        return spans.stream().map(span -> column.apply(span).toString()).toArray(String[]::new);
    }

    List<LateMovement> late(@Nullable Collection<UUID> only, LateMovement.@Nullable Place after, int limit) {
        var mine = only == null ? null : only.toArray(UUID[]::new);
        var at = after == null ? null : Timestamp.from(after.recordedAt());
        return sql.query(
                "SELECT id, account_id, kind, minor, currency, moved_on, recorded_at FROM revenue_movement"
                        + " WHERE tenant_id = ? AND late AND (?::timestamptz IS NULL OR (recorded_at, id) > (?, ?))"
                        + " AND " + OnlyOf.these("account_id")
                        + " ORDER BY recorded_at, id LIMIT ?",
                row -> LateMovement.of(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        new Money(row.getLong(4), Currency.getInstance(row.getString(5))),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, OffsetDateTime.class).toInstant()),
                tenants.current(),
                at,
                at,
                after == null ? null : after.id(),
                mine,
                mine,
                limit);
    }
}

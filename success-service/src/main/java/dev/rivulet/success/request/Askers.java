package dev.rivulet.success.request;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.OnlyOf;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.feedback.Ask;
import dev.rivulet.success.feedback.AskWithdrawn;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who asks for which request, how often, and what depends on it. */
@Singleton
class Askers {

    private static final String REVENUE = " LEFT JOIN request_revenue v ON v.tenant_id = a.tenant_id"
            + " AND v.account_id = a.account_id WHERE a.tenant_id = ? AND";

    private static final String FIGURES = "SELECT a.request_id, count(*), sum(a.items), v.currency,"
            + " coalesce(sum(v.mrr_minor), 0) FROM request_asker a" + REVENUE;

    private static final String BY_REQUEST = " GROUP BY a.request_id, v.currency ORDER BY v.currency";

    private final Sql sql;
    private final Tenants tenants;

    Askers(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** What a request is worth. */
    record Figures(long accounts, long items, List<Money> mrr) {

        static final Figures NONE = new Figures(0, 0, List.of());

        Figures and(Figures other) {
            var all = new ArrayList<>(mrr);
            all.addAll(other.mrr);
            return new Figures(accounts + other.accounts, items + other.items, List.copyOf(all));
        }
    }

    private record Share(UUID account, int items, Instant first) {}

    /** These words count for the request, or with the sign -1 no longer. */
    void count(UUID request, List<Ask> asks, int sign) {
        var shares = new HashMap<UUID, Share>();
        asks.forEach(ask -> shares.merge(
                ask.account(),
                new Share(ask.account(), sign, ask.givenAt()),
                (one, other) -> new Share(
                        one.account(),
                        one.items() + other.items(),
                        one.first().isBefore(other.first()) ? one.first() : other.first())));
        add(
                request,
                shares.values().stream()
                        .sorted(Comparator.comparing(Share::account))
                        .toList());
    }

    /** Row by row in the order of the accounts: whoever else counts at the same moment waits, and adds to it. */
    private void add(UUID request, List<Share> shares) {
        sql.update(
                "INSERT INTO request_asker AS known (tenant_id, request_id, account_id, items, first_at)"
                        + " SELECT ?, ?, * FROM unnest(?::uuid[], ?::int[], ?::timestamptz[])"
                        + " ON CONFLICT (tenant_id, request_id, account_id) DO UPDATE SET"
                        + " items = known.items + excluded.items, first_at = least(known.first_at, excluded.first_at)",
                tenants.current(),
                request,
                texts(shares, Share::account),
                texts(shares, Share::items),
                texts(shares, Share::first));
        sql.update(
                "DELETE FROM request_asker WHERE tenant_id = ? AND request_id = ? AND account_id = ANY (?::uuid[])"
                        + " AND items <= 0",
                tenants.current(),
                request,
                texts(shares, Share::account));
    }

    void withdrawn(@Observes AskWithdrawn withdrawal) {
        sql.update(
                "UPDATE request_asker SET items = items - 1 WHERE tenant_id = ? AND request_id = ? AND account_id = ?",
                tenants.current(),
                withdrawal.request(),
                withdrawal.account());
        sql.update(
                "DELETE FROM request_asker WHERE tenant_id = ? AND request_id = ? AND account_id = ? AND items <= 0",
                tenants.current(),
                withdrawal.request(),
                withdrawal.account());
    }

    /** Of each request that anybody asks for. */
    Map<UUID, Figures> figures(Collection<UUID> requests) {
        return figures(" a.request_id = ANY (?::uuid[])", tenants.current(), ids(requests));
    }

    /** Of each request that customers asked for first from the first time on and before the second: those alone. */
    Map<UUID, Figures> risen(Instant from, Instant until) {
        return figures(
                " a.first_at >= ?::timestamptz AND a.first_at < ?::timestamptz",
                tenants.current(),
                from.toString(),
                until.toString());
    }

    private Map<UUID, Figures> figures(String condition, @Nullable Object... values) {
        var figures = new HashMap<UUID, Figures>();
        sql.query(FIGURES + condition + BY_REQUEST, Askers::worth, values)
                .forEach(found -> figures.merge(found.getKey(), found.getValue(), Figures::and));
        return figures;
    }

    private static Map.Entry<UUID, Figures> worth(ResultSet row) throws SQLException {
        var money = money(row.getString(4), row.getLong(5)).map(List::of).orElse(List.of());
        return Map.entry(row.getObject(1, UUID.class), new Figures(row.getLong(2), row.getLong(3), money));
    }

    Figures figures(UUID request) {
        return figures(List.of(request)).getOrDefault(request, Figures.NONE);
    }

    /** Those who ask for a request, in the order of their ids; only these, unless null. */
    List<AskerView> page(UUID request, @Nullable Collection<UUID> only, UUID after, int limit) {
        return sql.query(
                "SELECT a.account_id, a.items, a.first_at, v.currency, v.mrr_minor FROM request_asker a" + REVENUE
                        + " a.request_id = ? AND a.account_id > ? AND " + OnlyOf.these("a.account_id")
                        + " ORDER BY a.account_id LIMIT ?",
                Askers::read,
                tenants.current(),
                request,
                after,
                ids(only),
                ids(only),
                limit);
    }

    private static AskerView read(ResultSet row) throws SQLException {
        return new AskerView(
                row.getObject(1, UUID.class),
                null,
                row.getInt(2),
                row.getTimestamp(3).toInstant(),
                money(row.getString(4), row.getLong(5)).orElse(null));
    }

    /** Who asks for any of the requests. */
    Set<UUID> of(Collection<UUID> requests) {
        return new TreeSet<>(sql.query(
                "SELECT DISTINCT account_id FROM request_asker WHERE tenant_id = ? AND request_id = ANY (?::uuid[])",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                ids(requests)));
    }

    /** What the account asks for, with the requests for which others stand now. */
    List<UUID> wanted(UUID account) {
        return sql.query(
                "WITH RECURSIVE wanted AS (SELECT tenant_id, request_id FROM request_asker WHERE tenant_id = ?"
                        + " AND account_id = ? UNION SELECT r.tenant_id, r.id FROM product_request r JOIN wanted w"
                        + " ON (r.tenant_id, r.merged_into) = (w.tenant_id, w.request_id)) SELECT request_id FROM wanted",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                account);
    }

    private static Optional<Money> money(@Nullable String currency, long minor) {
        return currency == null || minor == 0
                ? Optional.empty()
                : Optional.of(new Money(minor, Currency.getInstance(currency)));
    }

    private static String @Nullable [] ids(@Nullable Collection<UUID> ids) {
        return ids == null ? null : ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static <T> String[] texts(List<T> rows, Function<T, Object> column) {
        return rows.stream().map(row -> column.apply(row).toString()).toArray(String[]::new);
    }
}

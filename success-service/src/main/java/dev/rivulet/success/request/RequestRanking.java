package dev.rivulet.success.request;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.input.Currencies;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists requests, by request those first that most depends on. */
@Singleton
class RequestRanking {

    private static final String WORTH =
            "SELECT id, accounts, minor FROM (SELECT r.*, coalesce(f.accounts, 0) AS accounts,"
                    + " coalesce(f.minor, 0) AS minor FROM product_request r LEFT JOIN (SELECT a.request_id,"
                    + " count(*) AS accounts, sum(v.mrr_minor) FILTER (WHERE v.currency = ?)::bigint AS minor"
                    + " FROM request_asker a LEFT JOIN request_revenue v ON v.tenant_id = a.tenant_id"
                    + " AND v.account_id = a.account_id WHERE a.tenant_id = ? GROUP BY a.request_id) f ON f.request_id = r.id"
                    + " WHERE r.tenant_id = ?) worth WHERE true";

    private final RequestRepository requests;
    private final AskerRevenue revenue;
    private final Askers askers;
    private final Sql sql;
    private final Tenants tenants;

    RequestRanking(RequestRepository requests, AskerRevenue revenue, Askers askers, Sql sql, Tenants tenants) {
        this.requests = requests;
        this.revenue = revenue;
        this.askers = askers;
        this.sql = sql;
        this.tenants = tenants;
    }

    /** A request with what it is ranked by. */
    record Ranked(RequestView view, long accounts, long minor) {}

    private record Worth(UUID id, long accounts, long minor) {}

    /** The currency that money is compared in: the one that was named, or the only one there is. */
    @Transactional
    @Nullable
    String currency(RequestFilter filter, RequestOrder order) {
        return order == RequestOrder.MOST_MONEY
                ? Currencies.one(filter.currency, revenue.currencies())
                : Currencies.named(filter.currency);
    }

    @Transactional
    List<Ranked> page(
            RequestFilter filter, RequestOrder order, @Nullable String currency, @Nullable Cursor place, int limit) {
        var values = new ArrayList<Object>();
        values.add(Objects.requireNonNullElse(currency, ""));
        values.add(tenants.current());
        values.add(tenants.current());
        var query = new StringBuilder(WORTH).append(filter.conditions(values));
        if (place != null) {
            query.append(" AND ").append(order.after(place, values));
        }
        values.add(limit);
        var ranked = sql.query(
                query.append(" ORDER BY ")
                        .append(order.orderBy)
                        .append(" LIMIT ?")
                        .toString(),
                row -> new Worth(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3)),
                values.toArray());
        return shown(ranked);
    }

    private List<Ranked> shown(List<Worth> worths) {
        var ids = worths.stream().map(Worth::id).toList();
        var figures = askers.figures(ids);
        var found = new HashMap<UUID, ProductRequest>();
        requests.list("id in ?1", ids).forEach(request -> found.put(request.id, request));
        return worths.stream()
                .map(worth -> new Ranked(
                        RequestView.of(
                                Objects.requireNonNull(found.get(worth.id())),
                                figures.getOrDefault(worth.id(), Askers.Figures.NONE)),
                        worth.accounts(),
                        worth.minor()))
                .toList();
    }
}

package dev.rivulet.success.customer;

import dev.rivulet.kit.sql.OnlyOf;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose subscription of a product ran when; days are local to the customers. */
@Singleton
public class ProductHolders {

    /** Of a product, with the local day of a time; its three values come in this order: time, tenant, product. */
    private static final String RUNNING = " FROM subscription s JOIN customer c ON c.tenant_id = s.tenant_id"
            + " AND c.id = s.account_id CROSS JOIN LATERAL (SELECT (?::timestamptz AT TIME ZONE"
            + " coalesce(c.zone, 'UTC'))::date AS day) local WHERE s.tenant_id = ? AND s.product_id = ?"
            + " AND (s.end_date IS NOT NULL OR s.status <> '" + Subscription.CANCELLED + "')";

    private final Sql sql;
    private final Tenants tenants;

    ProductHolders(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /**
     * The accounts with a subscription of the product that ran on the local day of the time, trials and pauses
     * included, in the order of their ids.
     *
     * @param only no others than these; null for all
     */
    @Transactional
    public List<UUID> at(Instant time, UUID product, @Nullable Collection<UUID> only, UUID after, int limit) {
        var ids = only == null ? null : only.stream().map(UUID::toString).toArray(String[]::new);
        return sql.query(
                "SELECT DISTINCT s.account_id" + RUNNING + " AND s.start_date <= local.day"
                        + " AND (s.end_date IS NULL OR local.day < s.end_date) AND s.account_id > ?"
                        + " AND " + OnlyOf.these("s.account_id") + " ORDER BY s.account_id LIMIT ?",
                row -> row.getObject(1, UUID.class),
                time.toString(),
                tenants.current(),
                product,
                after,
                ids,
                ids,
                limit);
    }

    /**
     * The accounts with a subscription of the product that ran from so many days before the local day of the time to so
     * many days after it.
     *
     * @return that local day of each
     */
    @Transactional
    public Map<UUID, LocalDate> throughout(Instant time, UUID product, int days) {
        var holders = new TreeMap<UUID, LocalDate>();
        sql.query(
                        "SELECT DISTINCT s.account_id, local.day" + RUNNING + " AND s.start_date <= local.day - ?::int"
                                + " AND (s.end_date IS NULL OR local.day + ?::int < s.end_date)",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)),
                        time.toString(),
                        tenants.current(),
                        product,
                        days,
                        days)
                .forEach(holder -> holders.put(holder.getKey(), holder.getValue()));
        return holders;
    }
}

package dev.rivulet.success.request;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.customer.CardsChanged;
import dev.rivulet.success.customer.Customers;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What those who ask are worth, as known now: one row each, so that a change of one customer writes one row however
 * much it asks for, and ranking is one sum.
 */
@Singleton
class AskerRevenue {

    private final Customers customers;
    private final Sql sql;
    private final Tenants tenants;

    AskerRevenue(Customers customers, Sql sql, Tenants tenants) {
        this.customers = customers;
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Customers are locked before it is looked whether they ask, so that one who asks meanwhile is not overlooked. */
    void changed(@Observes CardsChanged change) {
        var asking = sql.query(
                "SELECT account_id FROM request_revenue WHERE tenant_id = ? AND account_id = ANY (?::uuid[])"
                        + " ORDER BY account_id",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                change.accounts().stream().map(UUID::toString).toArray(String[]::new));
        if (!asking.isEmpty()) {
            know(asking);
        }
    }

    /** Of customers that are locked. */
    void know(Collection<UUID> accounts) {
        var sorted = List.copyOf(new TreeSet<>(accounts));
        var mrr = customers.mrr(sorted);
        var currencies = new @Nullable String[sorted.size()];
        var minors = new Long[sorted.size()];
        for (var i = 0; i < minors.length; i++) {
            var money = mrr.get(sorted.get(i));
            currencies[i] = money == null ? null : money.currency().getCurrencyCode();
            minors[i] = money == null ? 0 : money.minor();
        }
        sql.update(
                "INSERT INTO request_revenue (tenant_id, account_id, currency, mrr_minor)"
                        + " SELECT ?, * FROM unnest(?::uuid[], ?::text[], ?::bigint[])"
                        + " ON CONFLICT (tenant_id, account_id) DO UPDATE SET currency = excluded.currency,"
                        + " mrr_minor = excluded.mrr_minor",
                tenants.current(),
                sorted.stream().map(UUID::toString).toArray(String[]::new),
                currencies,
                minors);
    }

    /** The currencies of those who ask, in the order of their codes. */
    List<String> currencies() {
        return sql.query(
                "SELECT DISTINCT currency FROM request_revenue WHERE tenant_id = ? AND mrr_minor <> 0 ORDER BY 1",
                row -> row.getString(1),
                tenants.current());
    }
}

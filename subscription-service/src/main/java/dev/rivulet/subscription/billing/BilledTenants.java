package dev.rivulet.subscription.billing;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which tenants have something to bill. */
@Singleton
public class BilledTenants {

    private final Sql sql;
    private final Tenants tenants;
    private final Set<String> committed = ConcurrentHashMap.newKeySet();

    BilledTenants(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Adds the current tenant, in the current transaction. */
    void remember() {
        if (!committed.contains(tenants.current())) {
            sql.update("INSERT INTO billing_tenant (tenant_id) VALUES (?) ON CONFLICT DO NOTHING", tenants.current());
        }
    }

    /** All of them, for whoever works through tenants on a timer. */
    public List<String> all() {
        var all = tenants.asSystem(() -> QuarkusTransaction.requiringNew()
                .call(() -> sql.query("SELECT tenant_id FROM billing_tenant ORDER BY 1", row -> row.getString(1))));
        committed.addAll(all);
        return all;
    }
}

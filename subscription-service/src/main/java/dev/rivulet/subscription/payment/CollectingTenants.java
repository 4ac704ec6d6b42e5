package dev.rivulet.subscription.payment;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;

/** Which tenants have something to collect, or somebody to remind. */
@Singleton
public class CollectingTenants {

    private final Sql sql;
    private final Tenants tenants;

    CollectingTenants(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Adds the current tenant, in the current transaction. */
    public void remember() {
        sql.update("INSERT INTO collecting_tenant (tenant_id) VALUES (?) ON CONFLICT DO NOTHING", tenants.current());
    }

    public List<String> all() {
        return tenants.asSystem(() -> QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "SELECT tenant_id FROM collecting_tenant ORDER BY tenant_id", row -> row.getString(1))));
    }
}

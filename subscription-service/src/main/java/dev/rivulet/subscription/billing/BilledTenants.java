package dev.rivulet.subscription.billing;

import dev.rivulet.kit.tenancy.Tenants;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Which tenants have something to bill. */
@Singleton
class BilledTenants {

    private final AgroalDataSource database;
    private final Tenants tenants;

    BilledTenants(AgroalDataSource database, Tenants tenants) {
        this.database = database;
        this.tenants = tenants;
    }

    /** Adds the current tenant, in the current transaction. */
    void remember() {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO billing_tenant (tenant_id) VALUES (?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, tenants.current());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot note the tenant as billed", e);
        }
    }

    List<String> all() {
        return tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var select =
                            connection.prepareStatement("SELECT tenant_id FROM billing_tenant ORDER BY tenant_id")) {
                var found = new ArrayList<String>();
                for (var row = select.executeQuery(); row.next(); ) {
                    found.add(row.getString(1));
                }
                return found;
            }
        }));
    }
}

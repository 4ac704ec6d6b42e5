package dev.rivulet.kit.tenancy;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The second of the two scopings: every transaction tells PostgreSQL its tenant, and row-level security hides the rest,
 * from native SQL too. Outside a transaction the setting would not outlive its own statement, so that none is made and
 * every table is empty.
 */
@Singleton
class TenantConnections implements AgroalPoolInterceptor {

    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                scope(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot scope the connection to its tenant", e);
        }
    }

    private static void scope(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config('rivulet.tenant', ?, true)")) {
            statement.setString(1, Tenants.currentOrNone());
            statement.execute();
        }
    }
}

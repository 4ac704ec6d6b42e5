package dev.rivulet.success.clock;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.tenancy.Tenants;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/**
 * Keeps a move of a test clock and what is computed by it apart: without it a customer that is being written while
 * the clock moves would be computed by the old time and be overlooked by the move. Live tenants never wait here.
 */
@Singleton
public class ClockGate {

    /** First key of the advisory locks, so that they meet no others. */
    private static final int LOCK = 0x0c10;

    private final TenantClock clock;
    private final Tenants tenants;
    private final AgroalDataSource database;

    ClockGate(TenantClock clock, Tenants tenants, AgroalDataSource database) {
        this.clock = clock;
        this.tenants = tenants;
        this.database = database;
    }

    /** The clock stands still until the end of the transaction. */
    public void hold() {
        lock("SELECT pg_advisory_xact_lock_shared(?, hashtext(?))");
    }

    /** Waits until nobody holds the clock, and keeps everybody from reading it until the end of the transaction. */
    void close() {
        lock("SELECT pg_advisory_xact_lock(?, hashtext(?))");
    }

    private void lock(String sql) {
        if (!clock.isSandbox()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, LOCK);
            statement.setString(2, tenants.current());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot wait for the test clock", e);
        }
    }
}

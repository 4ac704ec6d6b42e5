package dev.rivulet.success.score;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which tenants have scores, and which of the scores are to be computed again. */
@Singleton
class ScoredTenants {

    private final Sql sql;
    private final Tenants tenants;

    ScoredTenants(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    void remember() {
        sql.update("INSERT INTO scored_tenant (tenant_id) VALUES (?) ON CONFLICT DO NOTHING", tenants.current());
    }

    /** Of all tenants; to be asked in the system's scope. */
    List<String> all() {
        return sql.query("SELECT tenant_id FROM scored_tenant ORDER BY tenant_id", row -> row.getString(1));
    }

    /** How often the tenant's models in force have changed. */
    long generation() {
        var found = sql.query(
                "SELECT generation FROM scored_tenant WHERE tenant_id = ?", row -> row.getLong(1), tenants.current());
        return found.isEmpty() ? 0 : found.getFirst();
    }

    /** Every score of the tenant is to be computed again: other models are in force. */
    void startGeneration() {
        sql.update(
                "INSERT INTO scored_tenant AS known (tenant_id, generation) VALUES (?, 1)"
                        + " ON CONFLICT (tenant_id) DO UPDATE SET generation = known.generation + 1",
                tenants.current());
    }

    /** Accounts by their ids whose score is of an earlier generation or was computed before the time. */
    List<UUID> due(Instant time, UUID after, int limit) {
        return sql.query(
                "SELECT s.account_id FROM customer_score s WHERE s.tenant_id = ? AND s.account_id > ?"
                        + " AND (s.computed_at < ?::timestamptz OR s.generation"
                        + " < (SELECT t.generation FROM scored_tenant t WHERE t.tenant_id = ?))"
                        + " ORDER BY s.account_id LIMIT ?",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                after,
                Timestamp.from(time),
                tenants.current(),
                limit);
    }
}

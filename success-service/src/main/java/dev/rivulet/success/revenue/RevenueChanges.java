package dev.rivulet.success.revenue;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where recurring revenue has changed, for what is concluded from it; in the current transaction. */
@Singleton
public class RevenueChanges {

    private final Sql sql;
    private final Tenants tenants;

    RevenueChanges(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** The tenants with revenue, but for those whose revenue has changed since; in the system's scope. */
    public List<String> tenantsQuietSince(Instant time) {
        return sql.query(
                "SELECT tenant_id FROM revenue_tenant WHERE changed_at <= ? ORDER BY tenant_id",
                row -> row.getString(1),
                Timestamp.from(time));
    }

    /** The first month of the tenant that has changed since this was last asked; null when none has. */
    public @Nullable YearMonth take() {
        var taken = sql.query(
                "UPDATE revenue_tenant now SET changed_from = NULL FROM revenue_tenant before"
                        + " WHERE now.tenant_id = ? AND before.tenant_id = now.tenant_id"
                        + " AND before.changed_from IS NOT NULL RETURNING before.changed_from",
                row -> RollupFigures.month(row.getInt(1)),
                tenants.current());
        return taken.isEmpty() ? null : taken.getFirst();
    }
}

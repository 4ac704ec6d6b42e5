package dev.rivulet.subscription.payment;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Attempts whose answer did not come: asked for after half a minute, then ever less often, hourly at the least. */
@ApplicationScoped
class Undecided {

    private final Sql sql;
    private final Tenants tenants;

    Undecided(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Refunds it is time to ask for, by the same rule. */
    List<UUID> dueRefunds() {
        return take("payment_refund", "id");
    }

    /** Those it is time to ask for; they are taken as asked. What a live request is still at is young. */
    List<UUID> due() {
        return take("payment", "recorded_at");
    }

    private List<UUID> take(String table, String order) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "WITH due AS (SELECT id FROM " + table
                                + " WHERE tenant_id = ? AND status IN ('PENDING', 'UNKNOWN')"
                                + " AND coalesce(asked_at, begun_at) < now()"
                                + " - least(interval '30 seconds' * power(2, least(asked, 7)), interval '1 hour')"
                                + " ORDER BY " + order + " LIMIT 100 FOR UPDATE SKIP LOCKED)"
                                + " UPDATE " + table + " p SET asked = asked + 1, asked_at = now() FROM due"
                                + " WHERE p.tenant_id = ? AND p.id = due.id RETURNING p.id",
                        row -> row.getObject(1, UUID.class),
                        tenants.current(),
                        tenants.current()));
    }
}

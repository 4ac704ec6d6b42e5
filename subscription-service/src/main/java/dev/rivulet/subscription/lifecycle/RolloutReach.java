package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.lifecycle.PlanRollouts.Open;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Whom a version of a plan concerns. */
@Singleton
class RolloutReach {

    /** Who has an older version of the plan, or is to come to one. */
    private static final String CONCERNED = " FROM subscription s WHERE s.tenant_id = ? AND s.status = 'ACTIVE'"
            + " AND ((s.plan_id = ? AND s.plan_version < ?) OR EXISTS (SELECT FROM subscription_change c"
            + " WHERE c.tenant_id = s.tenant_id AND c.subscription_id = s.id AND c.kind = 'PLAN'"
            + " AND c.undone_at IS NULL))";

    private final Sql sql;
    private final Tenants tenants;

    RolloutReach(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Some of them, in a fixed order. */
    List<UUID> concerned(Open rollout, UUID after, int most) {
        return sql.query(
                "SELECT s.id" + CONCERNED + " AND s.id > ? ORDER BY s.id LIMIT ?",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                rollout.planId(),
                rollout.version(),
                after,
                most);
    }

    /** All that belong to some accounts. */
    List<UUID> concerned(Open rollout, List<UUID> accounts) {
        return sql.query(
                "SELECT s.id" + CONCERNED + " AND s.account_id = ANY (?::uuid[]) ORDER BY s.id",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                rollout.planId(),
                rollout.version(),
                accounts.stream().map(UUID::toString).toArray(String[]::new));
    }

    /**
     * Adds the next subscriptions that have an older version, or are to come to one; false when another replica is at
     * it, or nothing is left to gather.
     */
    boolean gather(Open rollout, int most) {
        var after = sql.query(
                "SELECT after_id FROM plan_rollout WHERE tenant_id = ? AND id = ? AND NOT gathered"
                        + " FOR NO KEY UPDATE SKIP LOCKED",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                rollout.id());
        if (after.isEmpty()) {
            return false;
        }
        var found = sql.query(
                "INSERT INTO plan_rollout_part (tenant_id, rollout_id, subscription_id) SELECT s.tenant_id, ?::uuid, s.id"
                        + CONCERNED + " AND s.id > ? ORDER BY s.id LIMIT ? RETURNING subscription_id",
                row -> row.getObject(1, UUID.class),
                rollout.id(),
                tenants.current(),
                rollout.planId(),
                rollout.version(),
                after.getFirst(),
                most);
        sql.update(
                "UPDATE plan_rollout SET after_id = ?, gathered = ? WHERE tenant_id = ? AND id = ?",
                found.isEmpty() ? after.getFirst() : found.getLast(),
                found.size() < most,
                tenants.current(),
                rollout.id());
        return true;
    }
}

package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.billing.IncidentRetried;
import dev.rivulet.subscription.offer.Rollout;
import dev.rivulet.subscription.offer.VersionPublished;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Which published versions are on their way to running subscriptions, and to which. */
@Singleton
class PlanRollouts {

    /** A version that is to reach those who have an older one. */
    record Open(
            UUID id,
            UUID planId,
            int version,
            Rollout.Policy policy,
            @Nullable LocalDate from,
            boolean gathered) {

        static Open read(ResultSet row) throws SQLException {
            return new Open(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getInt(3),
                    Rollout.Policy.valueOf(row.getString(4)),
                    row.getObject(5, LocalDate.class),
                    row.getBoolean(6));
        }
    }

    private final Sql sql;
    private final Tenants tenants;

    PlanRollouts(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Once for a version, however often it is heard of. */
    void onPublished(@Observes VersionPublished published) {
        var rollout = published.rollout();
        if (published.version() > 1 && rollout.policy() != Rollout.Policy.NEW_ONLY) {
            begin(
                    new Open(
                            UuidVersion7Strategy.INSTANCE.generateUuid(null),
                            published.planId(),
                            published.version(),
                            rollout.policy(),
                            rollout.from(),
                            false),
                    published.name(),
                    published.publishedAt());
        }
    }

    /** Sends a version on its way; false where it is on it already. */
    boolean begin(Open rollout, String planName, Instant publishedAt) {
        return sql.update(
                        "INSERT INTO plan_rollout (tenant_id, id, plan_id, plan_version, plan_name, policy, from_date,"
                                + " published_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?::timestamptz)"
                                + " ON CONFLICT (tenant_id, plan_id, plan_version) DO NOTHING",
                        tenants.current(),
                        rollout.id(),
                        rollout.planId(),
                        rollout.version(),
                        planName,
                        rollout.policy().name(),
                        rollout.from(),
                        publishedAt.toString())
                == 1;
    }

    boolean isOnItsWay(Open rollout) {
        return !sql.query(
                        "SELECT 1 FROM plan_rollout WHERE tenant_id = ? AND plan_id = ? AND plan_version = ?",
                        row -> row.getInt(1),
                        tenants.current(),
                        rollout.planId(),
                        rollout.version())
                .isEmpty();
    }

    /** Oldest first, so that versions come in their order as long as nothing fails. */
    List<Open> open() {
        return sql.query(
                "SELECT id, plan_id, plan_version, policy, from_date, gathered FROM plan_rollout"
                        + " WHERE tenant_id = ? AND NOT finished ORDER BY plan_version, id",
                Open::read,
                tenants.current());
    }

    /** Some that can be tried now; others may be at them too, see {@link #claim}. */
    List<UUID> pending(UUID rollout, UUID after, int most) {
        return sql.query(
                "SELECT subscription_id FROM plan_rollout_part WHERE tenant_id = ? AND rollout_id = ?"
                        + " AND status = 'PENDING' AND subscription_id > ? AND (retry_at IS NULL OR retry_at <= now())"
                        + " ORDER BY subscription_id LIMIT ?",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                rollout,
                after,
                most);
    }

    /** Holds one until the transaction ends; false when it is done or another replica is at it. */
    boolean claim(UUID rollout, UUID subscription) {
        return !sql.query(
                        "SELECT 1 FROM plan_rollout_part WHERE tenant_id = ? AND rollout_id = ? AND subscription_id = ?"
                                + " AND status = 'PENDING' FOR NO KEY UPDATE SKIP LOCKED",
                        row -> row.getInt(1),
                        tenants.current(),
                        rollout,
                        subscription)
                .isEmpty();
    }

    /** Decided about one that is held: changed from a day on, or left out where there is none. */
    void done(UUID rollout, UUID subscription, @Nullable LocalDate effectiveOn) {
        sql.update(
                "UPDATE plan_rollout_part SET status = ?, effective_on = ?, retry_at = NULL"
                        + " WHERE tenant_id = ? AND rollout_id = ? AND subscription_id = ?",
                effectiveOn == null ? "LEFT_OUT" : "CHANGED",
                effectiveOn,
                tenants.current(),
                rollout,
                subscription);
    }

    void putOff(UUID rollout, UUID subscription) {
        sql.update(
                "UPDATE plan_rollout_part SET failures = failures + 1, retry_at = now() + least(interval '30 seconds'"
                        + " * power(2, least(failures, 7)), interval '1 hour')"
                        + " WHERE tenant_id = ? AND rollout_id = ? AND subscription_id = ? AND status = 'PENDING'",
                tenants.current(),
                rollout,
                subscription);
    }

    /** Somebody has put right what a subscription failed by. */
    void onRetried(@Observes IncidentRetried retried) {
        if (retried.subscriptionId() != null) {
            sql.update(
                    "UPDATE plan_rollout_part SET retry_at = NULL WHERE tenant_id = ? AND subscription_id = ?"
                            + " AND status = 'PENDING'",
                    tenants.current(),
                    retried.subscriptionId());
        }
    }

    /**
     * A subscription that had ended or was to end goes on: versions that passed it by are on their way to it again, to
     * hold as their policy says from now on.
     */
    void rejoin(UUID subscription) {
        var joined = sql.query(
                "INSERT INTO plan_rollout_part AS part (tenant_id, rollout_id, subscription_id)"
                        + " SELECT s.tenant_id, r.id, s.id FROM subscription s JOIN plan_rollout r"
                        + " ON r.tenant_id = s.tenant_id AND r.plan_id = s.plan_id AND r.plan_version > s.plan_version"
                        + " AND r.gathered WHERE s.tenant_id = ? AND s.id = ?"
                        + " ON CONFLICT (tenant_id, rollout_id, subscription_id) DO UPDATE SET status = 'PENDING'"
                        + " WHERE part.status = 'LEFT_OUT' RETURNING rollout_id",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                subscription);
        for (var rollout : joined) {
            sql.update(
                    "UPDATE plan_rollout SET finished = false WHERE tenant_id = ? AND id = ? AND finished",
                    tenants.current(),
                    rollout);
        }
    }

    /** Lets what failed be tried again at once. */
    void retryAll() {
        sql.update(
                "UPDATE plan_rollout_part SET retry_at = NULL WHERE tenant_id = ? AND status = 'PENDING'"
                        + " AND retry_at IS NOT NULL",
                tenants.current());
    }

    /** Closes a rollout behind which nothing is left. */
    void finish(UUID rollout) {
        sql.update(
                "UPDATE plan_rollout r SET finished = true WHERE tenant_id = ? AND id = ? AND gathered AND NOT finished"
                        + " AND NOT EXISTS (SELECT FROM plan_rollout_part p WHERE p.tenant_id = r.tenant_id"
                        + " AND p.rollout_id = r.id AND p.status = 'PENDING')",
                tenants.current(),
                rollout);
    }
}

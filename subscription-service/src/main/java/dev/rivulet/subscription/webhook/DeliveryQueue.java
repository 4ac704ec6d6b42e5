package dev.rivulet.subscription.webhook;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which endpoint is due, and which replica sends to it. Its row is the lock of an endpoint's order: whoever adds to the
 * endpoint's deliveries or ends one changes it in the same transaction, so that none is overlooked.
 */
@Singleton
class DeliveryQueue {

    /** For how long a claim holds when its replica is not heard of: longer than an attempt may take. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final String ONE = " WHERE tenant_id = ? AND endpoint_id = ?";

    private final Sql sql;
    private final Tenants tenants;

    DeliveryQueue(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** An endpoint that a replica may send to. */
    record Claim(String tenant, UUID endpointId) {}

    /** Claims endpoints of any tenant, those longest due first; in the scope of the system. */
    List<Claim> claim(UUID owner, Instant now, int limit) {
        // Rows are locked in a query of their own, which runs once: one within IN may run again for every row it is
        // asked
        // about, and each run locks as many others.
        return sql.query(
                "WITH due AS (SELECT tenant_id, endpoint_id FROM webhook_queue WHERE due_at <= ?"
                        + " AND (claimed_until IS NULL OR claimed_until <= ?) ORDER BY due_at LIMIT ?"
                        + " FOR UPDATE SKIP LOCKED) UPDATE webhook_queue q SET claimed_by = ?, claimed_until = ?"
                        + " FROM due WHERE q.tenant_id = due.tenant_id AND q.endpoint_id = due.endpoint_id"
                        + " RETURNING q.tenant_id, q.endpoint_id",
                row -> new Claim(row.getString(1), row.getObject(2, UUID.class)),
                Timestamp.from(now),
                Timestamp.from(now),
                limit,
                owner,
                Timestamp.from(now.plus(LEASE)));
    }

    /** Tenants that have an endpoint; in the scope of the system. */
    Set<String> tenants() {
        return Set.copyOf(sql.query("SELECT DISTINCT tenant_id FROM webhook_queue", row -> row.getString(1)));
    }

    void add(UUID endpointId) {
        sql.update("INSERT INTO webhook_queue (tenant_id, endpoint_id) VALUES (?, ?)", tenants.current(), endpointId);
    }

    /** Locks the endpoint's row and tells whether the claim still holds; renews it then. */
    boolean renew(UUID endpointId, UUID owner, Instant now) {
        return sql.update(
                        "UPDATE webhook_queue SET claimed_until = ?" + ONE + " AND claimed_by = ?",
                        Timestamp.from(now.plus(LEASE)),
                        tenants.current(),
                        endpointId,
                        owner)
                == 1;
    }

    /** Ends the claim; the endpoint is due again at a time, or when something comes. */
    void release(UUID endpointId, @Nullable Instant due) {
        sql.update(
                "UPDATE webhook_queue SET claimed_by = NULL, claimed_until = NULL, due_at = ?" + ONE,
                due == null ? null : Timestamp.from(due),
                tenants.current(),
                endpointId);
    }

    /** Something new waits: the endpoint is due, unless it waits for its oldest delivery's next attempt already. */
    void wake(UUID endpointId, Instant now) {
        sql.update(
                "UPDATE webhook_queue SET due_at = coalesce(due_at, ?)" + ONE,
                Timestamp.from(now),
                tenants.current(),
                endpointId);
    }

    /** Sets when the endpoint is due, whoever holds a claim. */
    void due(UUID endpointId, @Nullable Instant due) {
        sql.update(
                "UPDATE webhook_queue SET due_at = ?" + ONE,
                due == null ? null : Timestamp.from(due),
                tenants.current(),
                endpointId);
    }

    /** Notes that something got through. */
    void succeeded(UUID endpointId) {
        sql.update("UPDATE webhook_queue SET failing_since = NULL" + ONE, tenants.current(), endpointId);
    }

    /** Notes a failure; returns since when nothing has got through. */
    Instant failed(UUID endpointId, Instant at) {
        return sql.query(
                        "UPDATE webhook_queue SET failing_since = coalesce(failing_since, ?)" + ONE
                                + " RETURNING failing_since",
                        row -> row.getTimestamp(1).toInstant(),
                        Timestamp.from(at),
                        tenants.current(),
                        endpointId)
                .getFirst();
    }

    /** Locks the endpoint's row; tells since when nothing has got through. */
    @Nullable
    Instant lock(UUID endpointId) {
        return sql
                .query(
                        "SELECT failing_since FROM webhook_queue" + ONE + " FOR UPDATE",
                        row -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant),
                        tenants.current(),
                        endpointId)
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }
}

package dev.rivulet.subscription.webhook;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.webhook.Attempt.Cause;
import dev.rivulet.subscription.webhook.Attempt.Outcome;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** The rows of deliveries and their attempts, in the current transaction of the current tenant. */
@Singleton
class DeliveryStore {

    private static final String SELECT = "SELECT id, endpoint_id, event_id, event_type, body, status, attempts,"
            + " failures, created_at, first_attempt_at, next_attempt_at, finished_at FROM webhook_delivery"
            + " WHERE tenant_id = ?";

    private final Sql sql;
    private final Tenants tenants;

    DeliveryStore(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Adds a delivery to be made now; null if the event is there already. */
    @Nullable
    UUID add(UUID endpointId, String eventId, String eventType, String body, Instant now) {
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        var added = sql.update(
                "INSERT INTO webhook_delivery (tenant_id, id, endpoint_id, event_id, event_type, body, status,"
                        + " created_at, next_attempt_at) VALUES (?, ?, ?, ?, ?, ?, 'PENDING', ?, ?)"
                        + " ON CONFLICT (tenant_id, endpoint_id, event_id) DO NOTHING",
                tenants.current(),
                id,
                endpointId,
                eventId,
                eventType,
                body,
                Timestamp.from(now),
                Timestamp.from(now));
        return added == 1 ? id : null;
    }

    Optional<Delivery> find(UUID id) {
        return select(" AND id = ?", id).stream().findFirst();
    }

    /** As {@link #find}, locked until the transaction ends. */
    Optional<Delivery> lock(UUID id) {
        return select(" AND id = ? FOR UPDATE", id).stream().findFirst();
    }

    /** The one that all later ones of the endpoint wait for. */
    Optional<Delivery> head(UUID endpointId) {
        return select(" AND endpoint_id = ? AND status = 'PENDING' ORDER BY seq LIMIT 1", endpointId).stream()
                .findFirst();
    }

    List<Delivery> list(@Nullable UUID endpointId, @Nullable DeliveryStatus status, UUID after, int limit) {
        return select(
                " AND (?::uuid IS NULL OR endpoint_id = ?) AND (?::text IS NULL OR status = ?) AND id > ?"
                        + " ORDER BY id LIMIT ?",
                endpointId,
                endpointId,
                status == null ? null : status.name(),
                status == null ? null : status.name(),
                after,
                limit);
    }

    private List<Delivery> select(String condition, @Nullable Object... values) {
        var bound = new Object[values.length + 1];
        bound[0] = tenants.current();
        System.arraycopy(values, 0, bound, 1, values.length);
        return sql.query(SELECT + condition, DeliveryStore::read, bound);
    }

    List<Attempt> attempts(UUID deliveryId) {
        return sql.query(
                "SELECT at, cause, outcome, status_code, latency_millis, answer FROM webhook_attempt"
                        + " WHERE tenant_id = ? AND delivery_id = ? ORDER BY number",
                row -> new Attempt(
                        row.getTimestamp(1).toInstant(),
                        Cause.valueOf(row.getString(2)),
                        Outcome.valueOf(row.getString(3)),
                        (Integer) row.getObject(4),
                        row.getInt(5),
                        row.getString(6)),
                tenants.current(),
                deliveryId);
    }

    /** Notes an attempt and where it leaves the delivery, whose row is locked. */
    void note(Delivery before, Attempt attempt, DeliveryStatus status, int failures, @Nullable Instant next) {
        sql.update(
                "INSERT INTO webhook_attempt (tenant_id, delivery_id, number, at, cause, outcome, status_code,"
                        + " latency_millis, answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenants.current(),
                before.id(),
                before.attempts() + 1,
                Timestamp.from(attempt.at()),
                attempt.cause().name(),
                attempt.outcome().name(),
                attempt.statusCode(),
                attempt.latencyMillis(),
                attempt.answer());
        sql.update(
                "UPDATE webhook_delivery SET status = ?, attempts = attempts + 1, failures = ?,"
                        + " first_attempt_at = coalesce(first_attempt_at, ?), next_attempt_at = ?,"
                        + " finished_at = CASE WHEN ?::text = 'PENDING' THEN NULL ELSE coalesce(finished_at, ?) END"
                        + " WHERE tenant_id = ? AND id = ?",
                status.name(),
                failures,
                Timestamp.from(attempt.at()),
                next == null ? null : Timestamp.from(next),
                status.name(),
                Timestamp.from(attempt.at()),
                tenants.current(),
                before.id());
    }

    /** Puts what has failed since the failing began back into its place in the order, at once and with new patience. */
    void takeUpAgain(UUID endpointId, Instant since, Instant now) {
        sql.update(
                "UPDATE webhook_delivery SET status = 'PENDING', failures = 0, first_attempt_at = NULL,"
                        + " finished_at = NULL, next_attempt_at = ? WHERE tenant_id = ? AND endpoint_id = ?"
                        + " AND event_type <> ? AND (status = 'PENDING' OR status = 'FAILED' AND finished_at >= ?)",
                Timestamp.from(now),
                tenants.current(),
                endpointId,
                Deliveries.PING,
                Timestamp.from(since));
    }

    void skipWaiting(UUID endpointId, Instant now) {
        sql.update(
                "UPDATE webhook_delivery SET status = 'SKIPPED', next_attempt_at = NULL, finished_at = ?"
                        + " WHERE tenant_id = ? AND endpoint_id = ? AND status = 'PENDING'",
                Timestamp.from(now),
                tenants.current(),
                endpointId);
    }

    /** Forgets what ended, or has waited for a disabled endpoint, since before that time. */
    void forget(Instant before) {
        sql.update(
                "DELETE FROM webhook_delivery WHERE tenant_id = ? AND coalesce(finished_at, created_at) < ?",
                tenants.current(),
                Timestamp.from(before));
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                DeliveryStatus.valueOf(row.getString(6)),
                row.getInt(7),
                row.getInt(8),
                row.getTimestamp(9).toInstant(),
                instant(row.getTimestamp(10)),
                instant(row.getTimestamp(11)),
                instant(row.getTimestamp(12)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}

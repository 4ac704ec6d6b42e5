package dev.rivulet.success.webhook;

import dev.rivulet.kit.sql.OnlyOf;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.access.Belonging;
import dev.rivulet.success.access.Portfolio;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls on their way. */
@Singleton
class CallTable implements Belonging {

    private final Sql sql;
    private final Tenants tenants;
    private final Portfolio portfolio;

    CallTable(Sql sql, Tenants tenants, Portfolio portfolio) {
        this.sql = sql;
        this.tenants = tenants;
        this.portfolio = portfolio;
    }

    @Override
    public String segment() {
        return "webhook-calls";
    }

    @Override
    public Optional<UUID> customerOf(UUID id, Set<String> caller) {
        return find(id).map(CallView::accountId);
    }

    /** One that is to be made now, and with which attempt. */
    record Due(UUID id, String endpoint, String url, SealedSecret secret, String body, int attempt) {

        static Due read(ResultSet row) throws SQLException {
            return new Due(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    Objects.requireNonNull(SealedSecret.of(row.getBytes(4))),
                    row.getString(5),
                    row.getInt(6));
        }
    }

    /** The new call, or the one that there is under this key. */
    UUID add(
            UUID id, String endpoint, @Nullable UUID account, String dedupeKey, String body, Instant due, Instant now) {
        return sql.query(
                        "INSERT INTO webhook_call AS known (tenant_id, id, endpoint, account_id, dedupe_key, body,"
                                + " status, due_at, created_at) VALUES (?, ?, ?, ?, ?, ?, 'WAITING', ?, ?)"
                                + " ON CONFLICT (tenant_id, dedupe_key) DO UPDATE SET dedupe_key = known.dedupe_key"
                                + " RETURNING id",
                        row -> row.getObject(1, UUID.class),
                        tenants.current(),
                        id,
                        endpoint,
                        account,
                        dedupeKey,
                        body,
                        Timestamp.from(due),
                        Timestamp.from(now))
                .getFirst();
    }

    /**
     * The longest due one that no other replica is at; due again at a time when whoever takes it now would be done.
     *
     * @param except endpoints that are left alone
     */
    Optional<Due> claim(Instant system, Instant until, Collection<String> except) {
        return sql
                .query(
                        "WITH due AS (SELECT c.id, e.url, e.secret FROM webhook_call c JOIN webhook_endpoint e"
                                + " ON (e.tenant_id, e.key) = (c.tenant_id, c.endpoint) WHERE c.tenant_id = ?"
                                + " AND c.status = 'WAITING' AND c.due_at <= ? AND c.endpoint <> ALL (?::text[])"
                                + " ORDER BY c.due_at, c.id LIMIT 1 FOR UPDATE OF c SKIP LOCKED)"
                                + " UPDATE webhook_call c SET due_at = ?, attempts = c.attempts + 1 FROM due"
                                + " WHERE c.tenant_id = ? AND c.id = due.id"
                                + " RETURNING c.id, c.endpoint, due.url, due.secret, c.body, c.attempts",
                        Due::read,
                        tenants.current(),
                        Timestamp.from(system),
                        except.toArray(String[]::new),
                        Timestamp.from(until),
                        tenants.current())
                .stream()
                .findFirst();
    }

    /** Whatever became of it, as long as its endpoint is there. */
    Optional<Due> again(UUID id) {
        return sql
                .query(
                        "SELECT c.id, c.endpoint, e.url, e.secret, c.body, c.attempts FROM webhook_call c"
                                + " JOIN webhook_endpoint e ON (e.tenant_id, e.key) = (c.tenant_id, c.endpoint)"
                                + " WHERE c.tenant_id = ? AND c.id = ?",
                        Due::read,
                        tenants.current(),
                        id)
                .stream()
                .findFirst();
    }

    /**
     * One that was sent again by request: got through, it is delivered, since the first time; otherwise it stays what it
     * was.
     *
     * @param failure null when it got through
     */
    void resent(UUID id, @Nullable String failure, Instant now) {
        sql.update(
                "UPDATE webhook_call SET resends = resends + 1, reason = ?, status = CASE WHEN ? THEN 'DELIVERED' ELSE"
                        + " status END, delivered_at = CASE WHEN ? THEN coalesce(delivered_at, ?) ELSE delivered_at END"
                        + " WHERE tenant_id = ? AND id = ?",
                failure,
                failure == null,
                failure == null,
                Timestamp.from(now),
                tenants.current(),
                id);
    }

    /** Those that are over, and were due for the last time before. */
    void forget(Instant before) {
        sql.update(
                "DELETE FROM webhook_call WHERE tenant_id = ? AND status <> 'WAITING' AND due_at < ?",
                tenants.current(),
                Timestamp.from(before));
    }

    void delivered(UUID id, Instant now) {
        sql.update(
                "UPDATE webhook_call SET status = 'DELIVERED', reason = NULL, delivered_at = ? WHERE tenant_id = ?"
                        + " AND id = ? AND status = 'WAITING'",
                Timestamp.from(now),
                tenants.current(),
                id);
    }

    void retry(UUID id, String reason, Instant due) {
        sql.update(
                "UPDATE webhook_call SET reason = ?, due_at = ? WHERE tenant_id = ? AND id = ? AND status = 'WAITING'",
                reason,
                Timestamp.from(due),
                tenants.current(),
                id);
    }

    void giveUp(UUID id, String reason) {
        sql.update(
                "UPDATE webhook_call SET status = 'FAILED', reason = ? WHERE tenant_id = ? AND id = ?"
                        + " AND status = 'WAITING'",
                reason,
                tenants.current(),
                id);
    }

    /** All that waits for an endpoint. */
    void giveUp(String endpoint, String reason) {
        sql.update(
                "UPDATE webhook_call SET status = 'FAILED', reason = ? WHERE tenant_id = ? AND endpoint = ?"
                        + " AND status = 'WAITING'",
                reason,
                tenants.current(),
                endpoint);
    }

    /** What the caller may see: calls about one's customers, and about none. */
    List<CallView> page(@Nullable UUID account, @Nullable CallStatus status, UUID after, int limit) {
        var mine = portfolio.accounts().map(own -> own.toArray(UUID[]::new)).orElse(null);
        var state = status == null ? null : status.name();
        return sql.read(
                "SELECT " + CallView.COLUMNS + " FROM webhook_call WHERE tenant_id = ? AND id > ?"
                        + " AND (?::uuid IS NULL OR account_id = ?) AND (?::text IS NULL OR status = ?)"
                        + " AND (account_id IS NULL OR " + OnlyOf.these("account_id") + ") ORDER BY id LIMIT ?",
                CallView::read,
                tenants.current(),
                after,
                account,
                account,
                state,
                state,
                mine,
                mine,
                limit);
    }

    Optional<CallView> find(UUID id) {
        return sql
                .read(
                        "SELECT " + CallView.COLUMNS + " FROM webhook_call WHERE tenant_id = ? AND id = ?",
                        CallView::read,
                        tenants.current(),
                        id)
                .stream()
                .findFirst();
    }
}

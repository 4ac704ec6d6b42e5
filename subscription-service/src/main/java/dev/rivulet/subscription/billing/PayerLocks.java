package dev.rivulet.subscription.billing;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When each payer is to be looked at next. A payer's row is the lock under which everything that its invoices are made
 * of changes: whoever changes a subscription waits here first, and a run claims payers here.
 */
@Singleton
class PayerLocks {

    private final Sql sql;
    private final Tenants tenants;

    PayerLocks(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Waits for the payer; from then on nobody else bills or changes it before the transaction ends. */
    void lock(UUID payer) {
        lock(List.of(payer), Instant.MIN);
    }

    /** Waits for payers, in the order of their ids; those that were to be looked at by now. */
    List<UUID> lock(Collection<UUID> payers, Instant now) {
        return sql
                .query(
                        "INSERT INTO payer_cursor (tenant_id, payer_id) SELECT tenant_id, id FROM account"
                                + " WHERE tenant_id = ? AND id = ANY (?::uuid[]) ORDER BY id"
                                + " ON CONFLICT (tenant_id, payer_id) DO UPDATE SET payer_id = excluded.payer_id"
                                + " RETURNING payer_id, due_at",
                        row -> new Due(row.getObject(1, UUID.class), row.getTimestamp(2)),
                        tenants.current(),
                        array(payers))
                .stream()
                .filter(due -> due.isBy(now))
                .map(Due::payer)
                .toList();
    }

    /** Payers that are held, and those of them that were to be looked at by now. */
    record Held(Set<UUID> payers, List<UUID> due) {}

    /** Holds those of the payers that nobody else holds at the moment. */
    Held lockFree(Collection<UUID> payers, Instant now) {
        var held = new HashSet<>(payers);
        var unknown = new HashSet<>(payers);
        var due = new ArrayList<UUID>();
        for (var found : find(payers)) {
            unknown.remove(found.due().payer());
            if (!found.free()) {
                held.remove(found.due().payer());
            } else if (found.due().isBy(now)) {
                due.add(found.due().payer());
            }
        }
        if (!unknown.isEmpty()) {
            due.addAll(lock(unknown, now));
        }
        return new Held(held, due);
    }

    private record Found(Due due, boolean free) {}

    private List<Found> find(Collection<UUID> payers) {
        return sql.query(
                "SELECT c.payer_id, free.due_at, free.payer_id IS NOT NULL FROM unnest(?::uuid[]) wanted (id)"
                        + " JOIN payer_cursor c ON c.tenant_id = ? AND c.payer_id = wanted.id"
                        + " LEFT JOIN (SELECT l.payer_id, l.due_at FROM unnest(?::uuid[]) wanted (id)"
                        + " JOIN payer_cursor l ON l.tenant_id = ? AND l.payer_id = wanted.id"
                        + " FOR NO KEY UPDATE OF l SKIP LOCKED) free ON free.payer_id = c.payer_id",
                row -> new Found(new Due(row.getObject(1, UUID.class), row.getTimestamp(2)), row.getBoolean(3)),
                array(payers),
                tenants.current(),
                array(payers),
                tenants.current());
    }

    private record Due(UUID payer, @Nullable Timestamp at) {

        boolean isBy(Instant now) {
            return at != null && !at.toInstant().isAfter(now);
        }
    }

    /** Locks payers that are due, longest due first, leaving to other runs what they hold. */
    List<UUID> claim(Instant now, int most) {
        return sql.query(
                "SELECT payer_id FROM payer_cursor WHERE tenant_id = ? AND due_at <= ?::timestamptz"
                        + " AND (retry_at IS NULL OR retry_at <= now()) ORDER BY due_at, payer_id LIMIT ?"
                        + " FOR NO KEY UPDATE SKIP LOCKED",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                now.toString(),
                most);
    }

    /** Waits until another run is done with the payer that has been due longest; false when none is due. */
    boolean awaitAnother(Instant now) {
        var oldest = sql.query(
                "SELECT payer_id FROM payer_cursor WHERE tenant_id = ? AND due_at <= ?::timestamptz"
                        + " AND (retry_at IS NULL OR retry_at <= now()) ORDER BY due_at LIMIT 1",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                now.toString());
        // One row alone is waited for, by its key: a lock over a search keeps every row it looked at.
        oldest.forEach(payer -> sql.query(
                "SELECT 1 FROM payer_cursor WHERE tenant_id = ? AND payer_id = ? FOR NO KEY UPDATE",
                row -> row.getInt(1),
                tenants.current(),
                payer));
        return !oldest.isEmpty();
    }

    /** How many payers are due now. */
    long countDue(Instant now) {
        return sql.query(
                        "SELECT count(*) FROM payer_cursor WHERE tenant_id = ? AND due_at <= ?::timestamptz"
                                + " AND (retry_at IS NULL OR retry_at <= now())",
                        row -> row.getLong(1),
                        tenants.current(),
                        now.toString())
                .getFirst();
    }

    /** The first instant in between at which a payer falls due. */
    Optional<Instant> nextDue(Instant after, Instant until) {
        return sql
                .query(
                        "SELECT due_at FROM payer_cursor WHERE tenant_id = ? AND due_at > ?::timestamptz"
                                + " AND due_at <= ?::timestamptz ORDER BY due_at LIMIT 1",
                        row -> row.getTimestamp(1).toInstant(),
                        tenants.current(),
                        after.toString(),
                        until.toString())
                .stream()
                .findFirst();
    }

    /** When a payer is to be looked at; empty for never. */
    Optional<Instant> dueAt(UUID payer) {
        return sql
                .query(
                        "SELECT due_at FROM payer_cursor WHERE tenant_id = ? AND payer_id = ? AND due_at IS NOT NULL",
                        row -> row.getTimestamp(1).toInstant(),
                        tenants.current(),
                        payer)
                .stream()
                .findFirst();
    }

    /** Says when the payers are to be looked at again; never, where nothing is said. */
    void moveTo(List<UUID> payers, Map<UUID, Instant> due) {
        sql.update(
                "UPDATE payer_cursor c SET due_at = n.due_at, failures = 0, failure = NULL, retry_at = NULL"
                        + " FROM unnest(?::uuid[], ?::timestamptz[]) n (id, due_at)"
                        + " WHERE c.tenant_id = ? AND c.payer_id = n.id",
                array(payers),
                payers.stream()
                        .map(payer -> due.containsKey(payer) ? String.valueOf(due.get(payer)) : null)
                        .toArray(String[]::new),
                tenants.current());
    }

    /** Puts a payer off that could not be billed: half a minute, doubled each time, an hour at most. */
    void putOff(UUID payer, String reason) {
        sql.update(
                "UPDATE payer_cursor SET failures = failures + 1, failure = left(?, 1000), retry_at = now()"
                        + " + least(interval '30 seconds' * power(2, least(failures, 7)), interval '1 hour')"
                        + " WHERE tenant_id = ? AND payer_id = ?",
                reason,
                tenants.current(),
                payer);
    }

    /** Lets a payer be looked at now. */
    void wake(UUID payer, Instant now) {
        sql.update(
                "UPDATE payer_cursor SET due_at = least(due_at, ?::timestamptz), retry_at = NULL"
                        + " WHERE tenant_id = ? AND payer_id = ?",
                now.toString(),
                tenants.current(),
                payer);
    }

    /** Lets everything that failed be tried again at once. */
    void retryAll(Instant now) {
        sql.update(
                "UPDATE payer_cursor c SET retry_at = NULL, due_at = least(due_at, ?::timestamptz) WHERE tenant_id = ?"
                        + " AND (retry_at IS NOT NULL OR EXISTS (SELECT FROM billing_cursor b WHERE b.tenant_id ="
                        + " c.tenant_id AND b.payer_id = c.payer_id AND b.retry_at IS NOT NULL))",
                now.toString(),
                tenants.current());
    }

    private static String[] array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}

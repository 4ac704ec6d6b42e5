package dev.rivulet.subscription.billing;

import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class BillingCursorRepository implements PanacheRepositoryBase<BillingCursor, UUID> {

    private static final String CLAIM = """
            SELECT * FROM billing_cursor c
            WHERE tenant_id = :tenant AND due_at <= :now AND (retry_at IS NULL OR retry_at <= now())
              AND NOT EXISTS (
                SELECT FROM billing_cursor e
                WHERE e.tenant_id = c.tenant_id AND e.account_id = c.account_id
                  AND e.due_at <= c.due_at AND (e.retry_at IS NULL OR e.retry_at <= now())
                  AND (e.due_at, coalesce(e.ends_on, '-infinity'), e.subscription_id)
                    < (c.due_at, coalesce(c.ends_on, '-infinity'), c.subscription_id))
            ORDER BY due_at, ends_on NULLS FIRST, subscription_id
            LIMIT 1
            FOR NO KEY UPDATE OF c SKIP LOCKED""";

    private final Tenants tenants;

    BillingCursorRepository(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * Locks what has been due longest and is not waiting after a failure, or returns null. The subscriptions of one
     * account go strictly by date even among several runs, and on the same day a charge goes before an end, so that a
     * customer who changes subscriptions is not counted as lost.
     * What another run holds is left alone.
     */
    @Nullable
    BillingCursor claim(Instant now) {
        var found = getEntityManager()
                .createNativeQuery(CLAIM, BillingCursor.class)
                .setParameter("tenant", tenants.current())
                .setParameter("now", now)
                .getResultList();
        return found.isEmpty() ? null : (BillingCursor) found.getFirst();
    }

    /**
     * Waits until another run is done with what has been due longest; false when nothing is due. One row alone is
     * waited for, by its key: a lock over a search keeps every row that it looked at, and two such searches wait for
     * each other.
     */
    boolean awaitAnother(Instant now) {
        var oldest = find("dueAt <= ?1 and (retryAt is null or retryAt <= instant) order by dueAt", now)
                .page(0, 1)
                .firstResultOptional();
        oldest.ifPresent(cursor -> {
            getEntityManager().detach(cursor);
            findByIdOptional(cursor.subscriptionId, LockModeType.PESSIMISTIC_WRITE);
        });
        return oldest.isPresent();
    }

    BillingCursor lock(UUID subscriptionId) {
        return findByIdOptional(subscriptionId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new IllegalStateException("nothing bills subscription " + subscriptionId));
    }

    /** In a fixed order, so that two of them cannot wait for each other. */
    List<BillingCursor> lockAllOf(UUID accountId) {
        return find("accountId = ?1 order by subscriptionId", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Optional<Instant> nextDue(Instant after, Instant until) {
        return find("dueAt > ?1 and dueAt <= ?2 order by dueAt", after, until)
                .page(0, 1)
                .firstResultOptional()
                .map(cursor -> cursor.dueAt);
    }

    /** Notes a failed attempt and puts the next one off: half a minute, doubled each time, an hour at most. */
    void putOff(UUID subscriptionId, String reason) {
        getEntityManager()
                .createNativeQuery("UPDATE billing_cursor SET failures = failures + 1, failure = left(:reason, 1000),"
                        + " retry_at = now() + least(interval '30 seconds' * power(2, least(failures, 7)),"
                        + " interval '1 hour') WHERE tenant_id = :tenant AND subscription_id = :subscription")
                .setParameter("reason", reason)
                .setParameter("tenant", tenants.current())
                .setParameter("subscription", subscriptionId)
                .executeUpdate();
    }

    /** Everything that failed may be tried again at once. */
    void retryAll() {
        getEntityManager()
                .createNativeQuery("UPDATE billing_cursor SET retry_at = NULL"
                        + " WHERE tenant_id = :tenant AND retry_at IS NOT NULL AND due_at IS NOT NULL")
                .setParameter("tenant", tenants.current())
                .executeUpdate();
    }
}

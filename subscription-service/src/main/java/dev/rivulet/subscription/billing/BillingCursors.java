package dev.rivulet.subscription.billing;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far each subscription is charged. Read and written only by who holds the payer's lock. The zone is kept as text,
 * so that one that this machine does not know fails its own subscription and not the query that finds it.
 */
@Singleton
class BillingCursors {

    /**
     * A subscription's place.
     *
     * @param billedThrough everything that fell due up to this day, in the zone, is in the ledger; null at the beginning
     * @param nextDueOn the next day on which anything happens to it; null when nothing ever will
     * @param retryAt in the system's time, after a failure; {@code waits} while that has not come
     */
    record Cursor(
            UUID subscriptionId,
            UUID accountId,
            UUID payerId,
            String zone,
            @Nullable LocalDate billedThrough,
            @Nullable LocalDate nextDueOn,
            @Nullable Instant retryAt,
            boolean waits) {}

    private static final String COLUMNS = "SELECT subscription_id, account_id, payer_id, zone, billed_through,"
            + " next_due_on, retry_at, coalesce(retry_at > now(), false) FROM billing_cursor WHERE tenant_id = ?";

    private final Sql sql;
    private final Tenants tenants;

    BillingCursors(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    void add(List<Cursor> cursors) {
        if (cursors.isEmpty()) {
            return;
        }
        sql.update(
                "INSERT INTO billing_cursor (tenant_id, subscription_id, account_id, payer_id, zone, billed_through,"
                        + " next_due_on) SELECT ?, n.* FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::date[],"
                        + " ?::date[]) n",
                tenants.current(),
                texts(cursors, Cursor::subscriptionId),
                texts(cursors, Cursor::accountId),
                texts(cursors, Cursor::payerId),
                texts(cursors, Cursor::zone),
                texts(cursors, Cursor::billedThrough),
                texts(cursors, Cursor::nextDueOn));
    }

    Cursor of(UUID subscription) {
        return sql
                .query(COLUMNS + " AND subscription_id = ?", BillingCursors::read, tenants.current(), subscription)
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing bills subscription " + subscription));
    }

    /** Who pays for the account's subscriptions; empty while it has none. */
    Optional<UUID> payerOf(UUID account) {
        return sql
                .query(
                        "SELECT payer_id FROM billing_cursor WHERE tenant_id = ? AND account_id = ? LIMIT 1",
                        row -> row.getObject(1, UUID.class),
                        tenants.current(),
                        account)
                .stream()
                .findFirst();
    }

    /** Those of the payers on which something happens at all, in a fixed order. */
    List<Cursor> ofPayers(Collection<UUID> payers) {
        return sql.query(
                COLUMNS
                        + " AND payer_id = ANY (?::uuid[]) AND next_due_on IS NOT NULL ORDER BY payer_id, subscription_id",
                BillingCursors::read,
                tenants.current(),
                payers.stream().map(UUID::toString).toArray(String[]::new));
    }

    Optional<UUID> accountOf(UUID subscription) {
        return sql
                .query(
                        "SELECT account_id FROM billing_cursor WHERE tenant_id = ? AND subscription_id = ?",
                        row -> row.getObject(1, UUID.class),
                        tenants.current(),
                        subscription)
                .stream()
                .findFirst();
    }

    /** The accounts whose subscriptions the payers pay for, those that have ended too. */
    List<UUID> accountsOf(Collection<UUID> payers) {
        return sql.query(
                "SELECT DISTINCT account_id FROM billing_cursor WHERE tenant_id = ? AND payer_id = ANY (?::uuid[])",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                payers.stream().map(UUID::toString).toArray(String[]::new));
    }

    /** All of the accounts, those behind which nothing is to come too, in a fixed order. */
    List<Cursor> ofAccounts(Collection<UUID> accounts) {
        return sql.query(
                COLUMNS + " AND account_id = ANY (?::uuid[]) ORDER BY account_id, subscription_id",
                BillingCursors::read,
                tenants.current(),
                accounts.stream().map(UUID::toString).toArray(String[]::new));
    }

    /** Moves cursors on; what failed before has succeeded now. */
    void moveTo(List<Cursor> cursors) {
        if (cursors.isEmpty()) {
            return;
        }
        sql.update(
                "UPDATE billing_cursor c SET billed_through = n.through, next_due_on = n.next, failures = 0,"
                        + " retry_at = NULL FROM (SELECT unnest(?::text[])::uuid AS id, unnest(?::text[])::date AS through,"
                        + " unnest(?::text[])::date AS next) n WHERE c.tenant_id = ? AND c.subscription_id = n.id",
                texts(cursors, Cursor::subscriptionId),
                texts(cursors, Cursor::billedThrough),
                texts(cursors, Cursor::nextDueOn),
                tenants.current());
    }

    /** The account moved to another zone: its days begin at other instants. */
    void moveTo(UUID account, String zone) {
        sql.update(
                "UPDATE billing_cursor SET zone = ? WHERE tenant_id = ? AND account_id = ?",
                zone,
                tenants.current(),
                account);
    }

    /** Another pays for the account's subscriptions. */
    void payedBy(UUID account, UUID payer) {
        sql.update(
                "UPDATE billing_cursor SET payer_id = ? WHERE tenant_id = ? AND account_id = ?",
                payer,
                tenants.current(),
                account);
    }

    void putOff(UUID subscription) {
        sql.update(
                "UPDATE billing_cursor SET failures = failures + 1, retry_at = now() + least(interval '30 seconds'"
                        + " * power(2, least(failures, 7)), interval '1 hour')"
                        + " WHERE tenant_id = ? AND subscription_id = ?",
                tenants.current(),
                subscription);
    }

    /** Lets what failed be tried again at once. */
    void retryAll() {
        sql.update(
                "UPDATE billing_cursor SET retry_at = NULL WHERE tenant_id = ? AND retry_at IS NOT NULL",
                tenants.current());
    }

    /** Lets what failed of a payer be tried again at once. */
    void retry(UUID payer) {
        sql.update(
                "UPDATE billing_cursor SET retry_at = NULL WHERE tenant_id = ? AND payer_id = ?",
                tenants.current(),
                payer);
    }

    private static String[] texts(List<Cursor> cursors, Function<Cursor, @Nullable Object> column) {
        return cursors.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    private static Cursor read(ResultSet row) throws SQLException {
        return new Cursor(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getTimestamp(7) == null ? null : row.getTimestamp(7).toInstant(),
                row.getBoolean(8));
    }
}

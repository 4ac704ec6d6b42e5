package dev.rivulet.subscription.registration;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/** The claims of approved registrations on customers; always part of somebody's transaction. */
@ApplicationScoped
class Protections {

    /** A live approval. */
    record Protection(UUID registrationId, UUID partnerId, Instant since, Instant until) {}

    private final Sql sql;
    private final Tenants tenants;

    Protections(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /**
     * Claims a customer under each of its keys; false when somebody has one of them, and the transaction must not go on
     * then. An approval at the same moment is waited for: the unique index decides.
     */
    boolean claim(UUID registrationId, UUID productId, SortedSet<String> keys) {
        return keys.stream()
                .allMatch(key -> sql.update(
                                "INSERT INTO deal_protection (tenant_id, registration_id, customer_key, product_id)"
                                        + " VALUES (?, ?, ?, ?)"
                                        + " ON CONFLICT (tenant_id, product_id, customer_key)"
                                        + " WHERE released_at IS NULL DO NOTHING",
                                tenants.current(),
                                registrationId,
                                key,
                                productId)
                        == 1);
    }

    void release(UUID registrationId, Instant at) {
        sql.update(
                "UPDATE deal_protection SET released_at = ?"
                        + " WHERE tenant_id = ? AND registration_id = ? AND released_at IS NULL",
                Timestamp.from(at),
                tenants.current(),
                registrationId);
    }

    /** Registrations that hold any of a customer's keys, expired or not. */
    List<UUID> holders(UUID productId, SortedSet<String> keys) {
        return sql.query(
                "SELECT DISTINCT registration_id FROM deal_protection WHERE tenant_id = ? AND product_id = ?"
                        + " AND customer_key = ANY (?) AND released_at IS NULL",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                productId,
                keys.toArray(String[]::new));
    }

    /** The approval that protects a customer now; of several, by several keys, the first. */
    Optional<Protection> live(UUID productId, SortedSet<String> keys, Instant now) {
        return sql
                .query(
                        "SELECT r.id, r.partner_id, r.protected_since, r.protected_until FROM deal_protection p"
                                + " JOIN deal_registration r ON r.tenant_id = p.tenant_id AND r.id = p.registration_id"
                                + " WHERE p.tenant_id = ? AND p.product_id = ? AND p.customer_key = ANY (?)"
                                + " AND p.released_at IS NULL AND r.protected_until > ?"
                                + " ORDER BY r.protected_since, r.id LIMIT 1",
                        row -> new Protection(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getTimestamp(3).toInstant(),
                                row.getTimestamp(4).toInstant()),
                        tenants.current(),
                        productId,
                        keys.toArray(String[]::new),
                        Timestamp.from(now))
                .stream()
                .findFirst();
    }
}

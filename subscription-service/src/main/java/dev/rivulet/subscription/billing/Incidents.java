package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** What could not be billed. An incident is told once, however often the attempt fails, and closes when it succeeds. */
@Singleton
class Incidents {

    static final String TOO_MANY_LINES = "too-many-lines";

    private static final String COLUMNS = "SELECT id, payer_id, subscription_id, code, diagnosis, attempts, first_at,"
            + " last_at, resolved_at, accepted_lines, accepted_by FROM billing_incident WHERE tenant_id = ?";

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;

    Incidents(Sql sql, Tenants tenants, TenantClock clock) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
    }

    void note(UUID payer, @Nullable UUID subscription, String code, String diagnosis) {
        var now = clock.now().toString();
        sql.update(
                "INSERT INTO billing_incident (tenant_id, id, payer_id, subscription_id, code, diagnosis, attempts,"
                        + " first_at, last_at) VALUES (?, ?, ?, ?, ?, left(?, 2000), 1,"
                        + " ?::timestamptz, ?::timestamptz) ON CONFLICT (tenant_id, payer_id,"
                        + " coalesce(subscription_id, '00000000-0000-0000-0000-000000000000'), code)"
                        + " WHERE resolved_at IS NULL DO UPDATE SET attempts = billing_incident.attempts + 1,"
                        + " diagnosis = excluded.diagnosis, last_at = excluded.last_at",
                tenants.current(),
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                payer,
                subscription,
                code,
                diagnosis,
                now,
                now);
    }

    /** From how many lines at once somebody has said of the subscription that they are right; 0 when nobody has. */
    int accepted(UUID subscription) {
        return sql
                .query(
                        "SELECT accepted_lines FROM billing_incident WHERE tenant_id = ? AND subscription_id = ?"
                                + " AND code = ? AND resolved_at IS NULL AND accepted_lines IS NOT NULL",
                        row -> row.getInt(1),
                        tenants.current(),
                        subscription,
                        TOO_MANY_LINES)
                .stream()
                .findFirst()
                .orElse(0);
    }

    void accept(UUID id, int lines, String by) {
        sql.update(
                "UPDATE billing_incident SET accepted_lines = ?, accepted_by = ? WHERE tenant_id = ? AND id = ?",
                lines,
                by,
                tenants.current(),
                id);
    }

    /** Closes what billing has no part in, so that {@link #resolve} leaves it open. */
    void settle(UUID subscription, String code) {
        sql.update(
                "UPDATE billing_incident SET resolved_at = ?::timestamptz WHERE tenant_id = ? AND subscription_id = ?"
                        + " AND code = ? AND resolved_at IS NULL",
                clock.now().toString(),
                tenants.current(),
                subscription,
                code);
    }

    /** Closes what has succeeded: all of these payers but for the subscriptions that still fail. */
    void resolve(Collection<UUID> payers, Collection<UUID> stillFailing) {
        sql.update(
                "UPDATE billing_incident SET resolved_at = ?::timestamptz WHERE tenant_id = ? AND resolved_at IS NULL"
                        + " AND code IN ('rating-failed', 'too-many-lines', 'invoicing-failed')"
                        + " AND payer_id = ANY (?::uuid[]) AND NOT coalesce(subscription_id = ANY (?::uuid[]), false)",
                clock.now().toString(),
                tenants.current(),
                array(payers),
                array(stillFailing));
    }

    /** How many wait for an attempt that succeeds. */
    long countOpen() {
        return sql.query(
                        "SELECT count(*) FROM billing_incident WHERE tenant_id = ? AND resolved_at IS NULL",
                        row -> row.getLong(1),
                        tenants.current())
                .getFirst();
    }

    List<IncidentView> list(boolean open, UUID after, int limit) {
        return sql.query(
                COLUMNS + " AND id > ? AND (NOT ? OR resolved_at IS NULL)" + " ORDER BY id LIMIT ?",
                IncidentView::read,
                tenants.current(),
                after,
                open,
                limit);
    }

    /** An incident that still waits. */
    Optional<IncidentView> open(UUID id) {
        return sql
                .query(COLUMNS + " AND id = ? AND resolved_at IS NULL", IncidentView::read, tenants.current(), id)
                .stream()
                .findFirst();
    }

    private static String[] array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}

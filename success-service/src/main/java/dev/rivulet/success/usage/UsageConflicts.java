package dev.rivulet.success.usage;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.OnlyOf;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Events that contradict one counted before. */
@Singleton
class UsageConflicts {

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;
    private final UsageSettings settings;

    UsageConflicts(Sql sql, Tenants tenants, TenantClock clock, UsageSettings settings) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
        this.settings = settings;
    }

    /** Keeps them beside what was counted, each once however often it comes; returns how many are new. */
    int keep(List<UsageFact> conflicts, LocalDate today) {
        if (conflicts.isEmpty()) {
            return 0;
        }
        return sql.update(
                "INSERT INTO usage_conflict SELECT ?, c.*, e.account_id, e.user_id, e.metric, e.feature, e.quantity,"
                        + " e.occurred_at, ?::timestamptz"
                        + " FROM unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[]::uuid[], ?::text[], ?::text[],"
                        + " ?::text[]::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]::numeric[],"
                        + " ?::text[]::timestamptz[]) AS c (id, key, fingerprint, source, event_id, account_id,"
                        + " user_id, metric, feature, quantity, occurred_at)"
                        + " LEFT JOIN usage_event e ON e.key = c.key AND e.stored_on >= '"
                        + today.minusDays(settings.idDays()) + "' ON CONFLICT DO NOTHING",
                tenants.current(),
                clock.now().toString(),
                Columns.of(conflicts, fact -> UuidVersion7Strategy.INSTANCE.generateUuid(null)),
                Columns.of(conflicts, UsageFact::key),
                Columns.of(conflicts, UsageFact::fingerprint),
                Columns.of(conflicts, UsageFact::source),
                Columns.of(conflicts, UsageFact::id),
                Columns.of(conflicts, UsageFact::accountId),
                Columns.of(conflicts, UsageFact::userId),
                Columns.of(conflicts, UsageFact::metric),
                Columns.of(conflicts, UsageFact::feature),
                Columns.of(conflicts, UsageFact::quantity),
                Columns.of(conflicts, UsageFact::occurredAt));
    }

    /**
     * In the order they were noticed.
     *
     * @param only where both events name one of these customers; null for all
     */
    List<UsageConflictView> page(@Nullable Collection<UUID> only, @Nullable UUID account, UUID after, int limit) {
        var mine = only == null ? null : only.toArray(UUID[]::new);
        var wanted = account == null ? "?::uuid IS NULL" : "account_id = ?";
        return sql.query(
                "SELECT * FROM usage_conflict WHERE " + wanted + " AND " + OnlyOf.these("account_id") + " AND "
                        + OnlyOf.these("coalesce(counted_account_id, account_id)") + " AND id > ? ORDER BY id LIMIT "
                        + limit,
                UsageConflictView::of,
                account,
                mine,
                mine,
                mine,
                mine,
                after);
    }
}

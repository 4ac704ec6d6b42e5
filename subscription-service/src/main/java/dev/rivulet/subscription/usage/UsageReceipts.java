package dev.rivulet.subscription.usage;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Which events have been counted, and those that contradict one. */
@Singleton
class UsageReceipts {

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;

    UsageReceipts(Sql sql, Tenants tenants, TenantClock clock) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Marks them as counted; returns the keys of those that had not been. */
    Set<UUID> mark(Collection<UsageFact> facts) {
        // Sorted, so that two writers of the same events cannot wait for each other both ways.
        var sorted = facts.stream().sorted(Comparator.comparing(UsageFact::key)).toList();
        return new HashSet<>(sql.query(
                "INSERT INTO usage_receipt (tenant_id, key, fingerprint, account_id)"
                        + " SELECT ?, * FROM unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[]::uuid[])"
                        + " ON CONFLICT DO NOTHING RETURNING key",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                Columns.of(sorted, UsageFact::key),
                Columns.of(sorted, UsageFact::fingerprint),
                Columns.of(sorted, UsageFact::accountId)));
    }

    /** Those of the facts that say something else than the event of the same source and id that was counted. */
    List<UsageFact> contradicting(List<UsageFact> again) {
        if (again.isEmpty()) {
            return List.of();
        }
        var counted = fingerprints(again);
        var contradicting = new ArrayList<UsageFact>();
        for (var fact : again) {
            if (!fact.fingerprint().equals(counted.get(fact.key()))) {
                contradicting.add(fact);
            }
        }
        return contradicting;
    }

    private record Receipt(UUID key, UUID fingerprint) {}

    private Map<UUID, UUID> fingerprints(List<UsageFact> facts) {
        var found = new HashMap<UUID, UUID>();
        sql.query(
                        "SELECT key, fingerprint FROM usage_receipt WHERE key = ANY (?::text[]::uuid[])",
                        row -> new Receipt(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        (Object) Columns.of(facts, UsageFact::key))
                .forEach(receipt -> found.put(receipt.key(), receipt.fingerprint()));
        return found;
    }

    /** Keeps them beside what was counted, each once however often it comes; returns how many are new. */
    int keep(List<UsageFact> conflicts) {
        if (conflicts.isEmpty()) {
            return 0;
        }
        return sql.update(
                "INSERT INTO usage_conflict SELECT ?, c.id, c.key, c.fingerprint, c.source, c.event_id, c.account_id,"
                        + " c.metric, c.user_id, c.quantity, c.occurred_at, r.account_id, e.metric, e.user_id,"
                        + " e.quantity, e.occurred_at, ?::timestamptz"
                        + " FROM unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[]::uuid[], ?::text[], ?::text[],"
                        + " ?::text[]::uuid[], ?::text[], ?::text[], ?::text[]::numeric[], ?::text[]::timestamptz[])"
                        + " AS c (id, key, fingerprint, source, event_id, account_id, metric, user_id, quantity,"
                        + " occurred_at)"
                        + " JOIN usage_receipt r ON r.key = c.key"
                        + " LEFT JOIN usage_event e ON (e.account_id, e.key, e.received_at)"
                        + " = (r.account_id, r.key, r.received_at)"
                        + " ON CONFLICT DO NOTHING",
                tenants.current(),
                clock.now().toString(),
                Columns.of(conflicts, fact -> UuidVersion7Strategy.INSTANCE.generateUuid(null)),
                Columns.of(conflicts, UsageFact::key),
                Columns.of(conflicts, UsageFact::fingerprint),
                Columns.of(conflicts, UsageFact::source),
                Columns.of(conflicts, UsageFact::id),
                Columns.of(conflicts, UsageFact::accountId),
                Columns.of(conflicts, UsageFact::metric),
                Columns.of(conflicts, UsageFact::userId),
                Columns.of(conflicts, UsageFact::quantity),
                Columns.of(conflicts, UsageFact::occurredAt));
    }
}

package dev.rivulet.success.usage;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The events themselves, by the day they were stored on. */
@Singleton
class UsageEvents {

    private final Sql sql;
    private final Tenants tenants;
    private final UsageSettings settings;

    UsageEvents(Sql sql, Tenants tenants, UsageSettings settings) {
        this.sql = sql;
        this.tenants = tenants;
        this.settings = settings;
    }

    /** An event on the local day it counts on. */
    record Counted(UsageFact fact, LocalDate day, Instant receivedAt) {}

    private record Known(UUID key, UUID fingerprint) {}

    /** What those said that were counted on an earlier day, as far back as ids are known. */
    Map<UUID, UUID> before(LocalDate today, Collection<UUID> keys) {
        // A day's statistics are made when it is half over; until then the planner would rather read it whole.
        sql.query("SELECT set_config('enable_seqscan', 'off', true)", row -> true);
        return said("stored_on >= '" + today.minusDays(settings.idDays()) + "' AND stored_on < '" + today + "'", keys);
    }

    /** What those said that were counted today. */
    Map<UUID, UUID> on(LocalDate today, Collection<UUID> keys) {
        return said("stored_on = '" + today + "'", keys);
    }

    /** With the days in its text, so that the planner leaves out all others. */
    private Map<UUID, UUID> said(String days, Collection<UUID> keys) {
        var said = new HashMap<UUID, UUID>();
        if (!keys.isEmpty()) {
            sql.query(
                            "SELECT key, fingerprint FROM usage_event WHERE " + days
                                    + " AND key = ANY (?::text[]::uuid[])",
                            row -> new Known(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                            (Object) Columns.of(keys, key -> key))
                    .forEach(known -> said.put(known.key(), known.fingerprint()));
        }
        return said;
    }

    /** Returns the keys of those that were not there already. */
    Set<UUID> write(Collection<Counted> events, LocalDate today) {
        // Sorted, so that two writers of the same events cannot wait for each other both ways.
        List<Counted> sorted = events.stream()
                .sorted(Comparator.comparing(event -> event.fact().key()))
                .toList();
        return new HashSet<>(sql.query(
                "INSERT INTO usage_event (tenant_id, stored_on, key, fingerprint, account_id, day, quantity,"
                        + " occurred_at, received_at, user_id, metric, feature, source, event_id)"
                        + " SELECT ?, ?::date, * FROM unnest(?::text[]::uuid[], ?::text[]::uuid[], ?::text[]::uuid[],"
                        + " ?::text[]::date[], ?::text[]::numeric[], ?::text[]::timestamptz[],"
                        + " ?::text[]::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])"
                        + " ON CONFLICT DO NOTHING RETURNING key",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                today.toString(),
                Columns.of(sorted, event -> event.fact().key()),
                Columns.of(sorted, event -> event.fact().fingerprint()),
                Columns.of(sorted, event -> event.fact().accountId()),
                Columns.of(sorted, Counted::day),
                Columns.of(sorted, event -> event.fact().quantity()),
                Columns.of(sorted, event -> event.fact().occurredAt()),
                Columns.of(sorted, Counted::receivedAt),
                Columns.of(sorted, event -> event.fact().userId()),
                Columns.of(sorted, event -> event.fact().metric()),
                Columns.of(sorted, event -> event.fact().feature()),
                Columns.of(sorted, event -> event.fact().source()),
                Columns.of(sorted, event -> event.fact().id())));
    }
}

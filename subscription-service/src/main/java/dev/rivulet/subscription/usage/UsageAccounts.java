package dev.rivulet.subscription.usage;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.account.AccountZones;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * In which zone the days of each account are counted. Nobody has to tell when an account appears or moves: whoever is
 * about to count or bill its usage sees that its zone is another now, and has it recounted first.
 */
@Singleton
class UsageAccounts {

    private final Sql sql;
    private final Tenants tenants;
    private final AccountZones zones;
    private final UsageRecount recount;

    UsageAccounts(Sql sql, Tenants tenants, AccountZones zones, UsageRecount recount) {
        this.sql = sql;
        this.tenants = tenants;
        this.zones = zones;
        this.recount = recount;
    }

    private record Kept(UUID id, String zone, Instant since) {}

    /**
     * Locks the accounts' usage until the end of the transaction, so that it is either counted or billed; returns the
     * zone each is counted in, UTC for those not known yet.
     */
    Map<UUID, ZoneId> hold(Collection<UUID> accounts) {
        var ids = new TreeSet<>(accounts);
        var kept = lock(ids);
        if (kept.size() < ids.size()) {
            insert(ids);
            kept = lock(ids);
        }
        var present = present(ids);
        kept.forEach((id, account) -> {
            var zone = present.get(id);
            if (zone != null && !account.zone().equals(zone.getId())) {
                recount.inZone(id, zone, account.since());
            }
        });
        return present;
    }

    /** Whether the days of all of them are counted in the zone they have, so that they can be read as they are. */
    boolean settled(Collection<UUID> accounts) {
        var present = present(accounts);
        return sql
                .query(
                        "SELECT account_id, zone, since FROM usage_account WHERE account_id = ANY (?::text[]::uuid[])",
                        row -> new Kept(row.getObject(1, UUID.class), row.getString(2), instant(row.getTimestamp(3))),
                        (Object) Columns.of(accounts, id -> id))
                .stream()
                .allMatch(kept -> kept.zone()
                        .equals(present.getOrDefault(kept.id(), ZoneOffset.UTC).getId()));
    }

    private Map<UUID, ZoneId> present(Collection<UUID> accounts) {
        var present = new HashMap<UUID, ZoneId>();
        accounts.forEach(account -> present.put(account, ZoneOffset.UTC));
        present.putAll(zones.of(accounts));
        return present;
    }

    private Map<UUID, Kept> lock(Collection<UUID> ids) {
        var kept = new HashMap<UUID, Kept>();
        sql.query(
                        "SELECT account_id, zone, since FROM usage_account WHERE account_id = ANY (?::text[]::uuid[])"
                                + " ORDER BY account_id FOR NO KEY UPDATE",
                        row -> new Kept(row.getObject(1, UUID.class), row.getString(2), instant(row.getTimestamp(3))),
                        (Object) Columns.of(ids, id -> id))
                .forEach(account -> kept.put(account.id(), account));
        return kept;
    }

    private void insert(Collection<UUID> ids) {
        sql.update(
                "INSERT INTO usage_account (tenant_id, account_id, zone) SELECT ?, id, ?"
                        + " FROM unnest(?::text[]::uuid[]) AS id ORDER BY id ON CONFLICT DO NOTHING",
                tenants.current(),
                ZoneOffset.UTC.getId(),
                Columns.of(ids, id -> id));
    }

    private static Instant instant(Timestamp time) {
        return time.toInstant();
    }
}

package dev.rivulet.success.usage;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.customer.Customers;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.UUID;

/** In which zone the days of each account are counted; an account whose zone is another now is recounted first. */
@Singleton
class UsageAccounts {

    private final Sql sql;
    private final Tenants tenants;
    private final Customers customers;
    private final UsageRecount recount;

    UsageAccounts(Sql sql, Tenants tenants, Customers customers, UsageRecount recount) {
        this.sql = sql;
        this.tenants = tenants;
        this.customers = customers;
        this.recount = recount;
    }

    /** How an account has been counted so far. */
    record Kept(UUID id, String zone, LocalDate since, String fixedBefore) {}

    /**
     * Locks the accounts' usage until the end of the transaction; returns the zone each is counted in, UTC for those
     * not known yet.
     */
    Map<UUID, ZoneId> hold(SortedSet<UUID> ids, LocalDate today) {
        var kept = lock(ids);
        if (kept.size() < ids.size()) {
            insert(ids, today);
            kept = lock(ids);
        }
        var present = customers.zones(ids);
        for (var account : kept) {
            var zone = Objects.requireNonNull(present.get(account.id()));
            if (!account.zone().equals(zone.getId())) {
                recount.inZone(account, zone, today);
            }
        }
        return present;
    }

    /** Those that are not counted in their present zone. */
    List<UUID> unsettled(Collection<UUID> ids) {
        var zones = new HashMap<UUID, String>();
        sql.query(
                        "SELECT account_id, zone FROM usage_account WHERE account_id = ANY (?::text[]::uuid[])",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)),
                        (Object) Columns.of(ids, id -> id))
                .forEach(account -> zones.put(account.getKey(), account.getValue()));
        var unsettled = new ArrayList<UUID>();
        customers.zones(ids).forEach((id, zone) -> {
            if (!zone.getId().equals(zones.get(id))) {
                unsettled.add(id);
            }
        });
        return unsettled;
    }

    private List<Kept> lock(Collection<UUID> ids) {
        return sql.query(
                "SELECT account_id, zone, since, fixed_before::text FROM usage_account"
                        + " WHERE account_id = ANY (?::text[]::uuid[]) ORDER BY account_id FOR NO KEY UPDATE",
                row -> new Kept(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getString(4)),
                (Object) Columns.of(ids, id -> id));
    }

    private void insert(Collection<UUID> ids, LocalDate today) {
        sql.update(
                "INSERT INTO usage_account (tenant_id, account_id, zone, since) SELECT ?, id, ?, ?::date"
                        + " FROM unnest(?::text[]::uuid[]) AS id ORDER BY id ON CONFLICT DO NOTHING",
                tenants.current(),
                ZoneOffset.UTC.getId(),
                today.minusDays(1).toString(),
                Columns.of(ids, id -> id));
    }
}

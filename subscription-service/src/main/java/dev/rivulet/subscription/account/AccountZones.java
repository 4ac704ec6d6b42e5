package dev.rivulet.subscription.account;

import dev.rivulet.kit.sql.Sql;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The zones of many accounts at once, for whoever divides time into their days. */
@Singleton
public class AccountZones {

    private final Sql sql;

    AccountZones(Sql sql) {
        this.sql = sql;
    }

    private record Zoned(UUID id, String zone) {}

    /** Of those of the accounts that there are; in the current transaction. */
    public Map<UUID, ZoneId> of(Collection<UUID> accounts) {
        var ids = accounts.stream().map(UUID::toString).toArray(String[]::new);
        var zones = new HashMap<UUID, ZoneId>();
        sql.query(
                        "SELECT id, zone FROM account WHERE id = ANY (?::text[]::uuid[])",
                        row -> new Zoned(row.getObject(1, UUID.class), row.getString(2)),
                        (Object) ids)
                .forEach(account -> zones.put(account.id(), ZoneId.of(account.zone())));
        return zones;
    }
}

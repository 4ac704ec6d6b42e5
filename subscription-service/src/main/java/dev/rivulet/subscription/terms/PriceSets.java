package dev.rivulet.subscription.terms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Keeps price sets. A set is named by its content, so it is written once, never changed, and may be remembered by
 * whoever has read it.
 */
@Singleton
class PriceSets {

    private static final int REMEMBERED = 10_000;

    private record Key(String tenant, UUID id) {}

    private final Sql sql;
    private final Tenants tenants;
    private final PriceJson json;
    private final Cache<Key, PriceSet> memory = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();

    PriceSets(Sql sql, Tenants tenants, PriceJson json) {
        this.sql = sql;
        this.tenants = tenants;
        this.json = json;
    }

    /** The sets' names; they are in the database when the transaction commits. */
    Map<PriceSet, UUID> keep(Collection<PriceSet> sets) {
        var ids = new HashMap<PriceSet, UUID>();
        var contents = new TreeMap<String, String>();
        for (var set : new HashSet<>(sets)) {
            var content = json.write(set);
            var id = UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
            ids.put(set, id);
            contents.put(id.toString(), content);
        }
        sql.update(
                "INSERT INTO price_set (tenant_id, id, content) SELECT ?, n.id, n.content"
                        + " FROM unnest(?::uuid[], ?::text[]) WITH ORDINALITY n (id, content, place) WHERE NOT EXISTS"
                        + " (SELECT FROM price_set s WHERE s.tenant_id = ? AND s.id = n.id) ORDER BY n.place"
                        + " ON CONFLICT DO NOTHING",
                tenants.current(),
                contents.keySet().toArray(String[]::new),
                contents.values().toArray(String[]::new),
                tenants.current());
        return ids;
    }

    Map<UUID, PriceSet> read(Collection<UUID> ids) {
        var tenant = tenants.current();
        var found = new HashMap<UUID, PriceSet>();
        var missing = new ArrayList<String>();
        for (var id : ids) {
            var known = memory.getIfPresent(new Key(tenant, id));
            if (known == null) {
                missing.add(id.toString());
            } else {
                found.put(id, known);
            }
        }
        if (!missing.isEmpty()) {
            sql.read(
                            "SELECT id, content FROM price_set WHERE tenant_id = ? AND id = ANY (?::uuid[])",
                            row -> Map.entry(row.getObject(1, UUID.class), json.read(row.getString(2), PriceSet.class)),
                            tenant,
                            missing.toArray(String[]::new))
                    .forEach(entry -> {
                        found.put(entry.getKey(), entry.getValue());
                        memory.put(new Key(tenant, entry.getKey()), entry.getValue());
                    });
        }
        return found;
    }
}

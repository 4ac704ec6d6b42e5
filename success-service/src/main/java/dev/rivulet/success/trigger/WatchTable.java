package dev.rivulet.success.trigger;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.trigger.domain.Watch;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the rules stand with customers, many at a time. */
@Singleton
class WatchTable {

    private final Sql sql;
    private final Tenants tenants;

    WatchTable(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** A rule and a customer. */
    record Pair(UUID account, UUID rule) {}

    Map<Pair, Watch> of(Collection<UUID> accounts) {
        var found = new HashMap<Pair, Watch>();
        sql.query(
                "SELECT account_id, rule_id, state, fired_value, fired_on FROM trigger_watch WHERE tenant_id = ?"
                        + " AND account_id = ANY(?::uuid[])",
                row -> found.put(
                        new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                        new Watch(
                                Watch.State.valueOf(row.getString(3)),
                                row.getBigDecimal(4),
                                row.getObject(5, LocalDate.class))),
                tenants.current(),
                accounts.stream().map(UUID::toString).toArray(String[]::new));
        return found;
    }

    /** Only those that have fired once. */
    void save(Map<Pair, Watch> changed) {
        if (changed.isEmpty()) {
            return;
        }
        sql.update(
                "INSERT INTO trigger_watch (tenant_id, account_id, rule_id, state, fired_value, fired_on)"
                        + " SELECT ?, * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::numeric[], ?::date[])"
                        + " ON CONFLICT (tenant_id, account_id, rule_id) DO UPDATE SET state = excluded.state,"
                        + " fired_value = excluded.fired_value, fired_on = excluded.fired_on",
                tenants.current(),
                texts(changed, entry -> entry.getKey().account()),
                texts(changed, entry -> entry.getKey().rule()),
                texts(changed, entry -> entry.getValue().state()),
                texts(changed, entry -> entry.getValue().firedValue()),
                texts(changed, entry -> entry.getValue().firedOn()));
    }

    private static @Nullable String[] texts(
            Map<Pair, Watch> changed, Function<Map.Entry<Pair, Watch>, @Nullable Object> column) {
        return changed.entrySet().stream()
                .map(entry -> {
                    var value = column.apply(entry);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }
}

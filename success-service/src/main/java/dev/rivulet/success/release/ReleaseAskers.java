package dev.rivulet.success.release;

import dev.rivulet.kit.sql.OnlyOf;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who asked for what came out, and who of them has been told. */
@Singleton
class ReleaseAskers {

    private final Sql sql;
    private final Tenants tenants;

    ReleaseAskers(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Whether and by whom an account has been told that what it asked for is there. */
    record Asker(
            UUID account, @Nullable String toldBy, @Nullable Instant toldAt) {}

    void add(UUID release, Collection<UUID> accounts) {
        sql.update(
                "INSERT INTO release_asker (tenant_id, release_id, account_id) SELECT ?, ?, * FROM unnest(?::uuid[])",
                tenants.current(),
                release,
                texts(accounts));
    }

    List<UUID> all(UUID release) {
        return sql.query(
                "SELECT account_id FROM release_asker WHERE tenant_id = ? AND release_id = ? ORDER BY account_id",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                release);
    }

    /** In the order of their ids; only these, unless null. */
    List<UUID> page(UUID release, @Nullable Collection<UUID> only, UUID after, int limit) {
        var ids = only == null ? null : texts(only);
        return sql.query(
                "SELECT account_id FROM release_asker WHERE tenant_id = ? AND release_id = ? AND account_id > ?"
                        + " AND " + OnlyOf.these("account_id") + " ORDER BY account_id LIMIT ?",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                release,
                after,
                ids,
                ids,
                limit);
    }

    /** Those of the accounts that asked. */
    Map<UUID, Asker> of(UUID release, Collection<UUID> accounts) {
        var askers = new HashMap<UUID, Asker>();
        sql.query(
                        "SELECT account_id, told_by, told_at FROM release_asker WHERE tenant_id = ? AND release_id = ?"
                                + " AND account_id = ANY (?::uuid[])",
                        row -> {
                            var told = row.getTimestamp(3);
                            return new Asker(
                                    row.getObject(1, UUID.class),
                                    row.getString(2),
                                    told == null ? null : told.toInstant());
                        },
                        tenants.current(),
                        release,
                        texts(accounts))
                .forEach(asker -> askers.put(asker.account(), asker));
        return askers;
    }

    /** Who told first stays who told. */
    void tell(UUID release, UUID account, String by, Instant at) {
        sql.update(
                "UPDATE release_asker SET told_by = ?, told_at = ?::timestamptz WHERE tenant_id = ? AND release_id = ?"
                        + " AND account_id = ? AND told_at IS NULL",
                by,
                at.toString(),
                tenants.current(),
                release,
                account);
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}

package dev.rivulet.success.usage;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Accounts whose usage has changed since the rest of the service was told. */
@Singleton
class UsageMarks {

    private final Sql sql;
    private final Tenants tenants;

    UsageMarks(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    void put(Collection<UUID> accounts) {
        sql.update(
                "INSERT INTO usage_mark (tenant_id, account_id) SELECT ?, * FROM unnest(?::text[]::uuid[])",
                tenants.current(),
                Columns.of(accounts, id -> id));
    }

    /**
     * Takes away all marks of the accounts of the oldest so many: whose usage grew in every batch is told of once and not
     * once for each. Of two replicas one finds nothing while the other is at it.
     */
    Set<UUID> take(int oldest) {
        return new TreeSet<>(sql.query(
                "DELETE FROM usage_mark WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM usage_mark"
                        + " WHERE tenant_id = ? AND account_id IN (SELECT account_id FROM (SELECT account_id"
                        + " FROM usage_mark WHERE tenant_id = ? ORDER BY id LIMIT ?) oldest) FOR UPDATE SKIP LOCKED)"
                        + " RETURNING account_id",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                tenants.current(),
                oldest));
    }

    /** Of all tenants. */
    List<String> tenants() {
        return sql.query("SELECT DISTINCT tenant_id FROM usage_mark", row -> row.getString(1));
    }
}

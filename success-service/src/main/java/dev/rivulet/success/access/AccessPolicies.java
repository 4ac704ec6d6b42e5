package dev.rivulet.success.access;

import dev.rivulet.kit.rest.Etag;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** The decision of each tenant; in SQL, because it is read with most requests. */
@Singleton
class AccessPolicies {

    private static final AccessPolicyView UNDECIDED = new AccessPolicyView(Sight.ALL, 0);

    private final Sql sql;
    private final Tenants tenants;

    AccessPolicies(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    AccessPolicyView get() {
        var found = sql.read(
                "SELECT managers_see, version FROM access_policy WHERE tenant_id = ?",
                row -> new AccessPolicyView(Sight.valueOf(row.getString(1)), row.getLong(2)),
                tenants.current());
        return found.isEmpty() ? UNDECIDED : found.getFirst();
    }

    @Transactional
    AccessPolicyView decide(@Nullable String ifMatch, AccessPolicyRequest request) {
        sql.update(
                "INSERT INTO access_policy (tenant_id, version, managers_see) VALUES (?, 0, ?) ON CONFLICT DO NOTHING",
                tenants.current(),
                Sight.ALL.name());
        var version = sql.query(
                        "SELECT version FROM access_policy WHERE tenant_id = ? FOR UPDATE",
                        row -> row.getLong(1),
                        tenants.current())
                .getFirst();
        Etag.require(ifMatch, version);
        sql.update(
                "UPDATE access_policy SET managers_see = ?, version = version + 1 WHERE tenant_id = ?",
                request.managersSee().name(),
                tenants.current());
        return get();
    }
}

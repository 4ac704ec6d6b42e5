package dev.rivulet.subscription.imports;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What other systems call things, and what these are here; in the current transaction. */
@Singleton
class References {

    private final Sql sql;
    private final Tenants tenants;

    References(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** What is called so. */
    record Name(RowType type, String externalId) {}

    /**
     * What is known.
     *
     * @param digest of the row it was taken over from
     */
    record Known(UUID id, String digest) {}

    Map<Name, Known> known(Collection<String> externalIds) {
        var known = new HashMap<Name, Known>();
        sql.query(
                "SELECT type, external_id, id, digest FROM import_reference WHERE tenant_id = ?"
                        + " AND external_id = ANY (?::text[])",
                row -> known.put(
                        new Name(RowType.of(row.getString(1)).orElseThrow(), row.getString(2)),
                        new Known(row.getObject(3, UUID.class), row.getString(4))),
                tenants.current(),
                externalIds.toArray(String[]::new));
        return known;
    }

    /** Names something for ever; false where the name is taken. Another transaction that takes it is waited for. */
    boolean add(Name name, UUID id, String digest, UUID job) {
        return sql.update(
                        "INSERT INTO import_reference (tenant_id, type, external_id, id, digest, job_id)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, type, external_id) DO NOTHING",
                        tenants.current(),
                        name.type().text(),
                        name.externalId(),
                        id,
                        digest,
                        job)
                == 1;
    }
}

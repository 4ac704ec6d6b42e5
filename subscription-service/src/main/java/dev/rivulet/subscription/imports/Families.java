package dev.rivulet.subscription.imports;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Sorts the lines of an import into families: an account that stands below none of the file's, whatever stands below it,
 * and all that is theirs. One family depends on no other, and who pays for whom is within it.
 */
@Singleton
class Families {

    private static final String SORT = """
            WITH RECURSIVE account AS MATERIALIZED (
              SELECT external_id, parent FROM import_line
              WHERE tenant_id = ? AND job_id = ? AND type = 'account' AND status IN ('READ', 'UNCHANGED')
            ), tree AS (
              SELECT a.external_id, a.external_id AS root FROM account a
              WHERE a.parent IS NULL OR a.parent NOT IN (SELECT external_id FROM account)
              UNION ALL
              SELECT a.external_id, t.root FROM account a JOIN tree t ON t.external_id = a.parent
            ), rooted AS (
              SELECT l.line, coalesce(t.root, l.account) AS root FROM import_line l
              LEFT JOIN tree t ON t.external_id = l.account
              WHERE l.tenant_id = ? AND l.job_id = ? AND l.status IN ('READ', 'UNCHANGED')
                AND (t.root IS NOT NULL OR l.account NOT IN (SELECT external_id FROM account))
            ), firsts AS (
              SELECT root, row_number() OVER (ORDER BY min(line)) AS number FROM rooted GROUP BY root
            )
            UPDATE import_line l SET family = f.number
            FROM rooted r JOIN firsts f ON f.root = r.root
            WHERE l.tenant_id = ? AND l.job_id = ? AND l.line = r.line""";

    private final Sql sql;
    private final Tenants tenants;

    Families(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** How many there are. */
    long sort(UUID job) {
        var tenant = tenants.current();
        sql.update(SORT, tenant, job, tenant, job, tenant, job);
        return sql.query(
                        "SELECT coalesce(max(family), 0) FROM import_line WHERE tenant_id = ? AND job_id = ?",
                        row -> row.getLong(1),
                        tenant,
                        job)
                .getFirst();
    }

    /** Lines that belong to no family, because an account stands above itself. */
    List<Long> circling(UUID job) {
        return sql.query(
                "SELECT line FROM import_line WHERE tenant_id = ? AND job_id = ? AND status = 'READ'"
                        + " AND family IS NULL ORDER BY line",
                row -> row.getLong(1),
                tenants.current(),
                job);
    }
}

package dev.rivulet.subscription.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The rows of imports and comparisons, in the current transaction. Only the holder of the lease moves one at work. */
@Singleton
class JobStore {

    private static final String COLUMNS = "id, tenant_id, version, import_id, status, dry_run, lines, families, cursor,"
            + " refused, failed_at, reason, reason_arguments, attempts, created_at, finished_at";
    private static final String AT_WORK = "('READING', 'CHECKING', 'ACTIVATING', 'COMPARING')";
    private static final String MINE = " WHERE tenant_id = ? AND id = ? AND lease_owner = ?";
    private static final String ENDED = "CASE WHEN ? IN " + AT_WORK + " THEN NULL ELSE now() END";

    private final Sql sql;
    private final Tenants tenants;
    private final ObjectMapper json;

    JobStore(Sql sql, Tenants tenants, ObjectMapper json) {
        this.sql = sql;
        this.tenants = tenants;
        this.json = json;
    }

    void add(UUID id, UUID importId, boolean dryRun) {
        sql.update(
                "INSERT INTO import_job (tenant_id, id, import_id, status, dry_run, lines)"
                        + " VALUES (?, ?, ?, 'READING', ?, 0)",
                tenants.current(),
                id,
                importId,
                dryRun);
    }

    void setLines(UUID id, long lines) {
        sql.update("UPDATE import_job SET lines = ? WHERE tenant_id = ? AND id = ?", lines, tenants.current(), id);
    }

    Job get(UUID id, String what) {
        return find(id).stream().findFirst().orElseThrow(() -> Rejected.notFound(what, id));
    }

    List<Job> find(UUID id) {
        return sql.query(
                "SELECT " + COLUMNS + " FROM import_job WHERE tenant_id = ? AND id = ?",
                this::job,
                tenants.current(),
                id);
    }

    /** Waits for whoever changes it. */
    Job lock(UUID id, String what) {
        sql.query(
                "SELECT 1 FROM import_job WHERE tenant_id = ? AND id = ? FOR UPDATE",
                row -> row.getInt(1),
                tenants.current(),
                id);
        return get(id, what);
    }

    /** Imports in the order they were asked for. */
    List<Job> imports(UUID after, int limit) {
        return sql.query(
                "SELECT " + COLUMNS + " FROM import_job WHERE tenant_id = ? AND import_id = id AND id > ?"
                        + " ORDER BY id LIMIT ?",
                this::job,
                tenants.current(),
                after,
                limit);
    }

    /** Comparisons of an import in the order they were asked for. */
    List<Job> comparisons(UUID importId, UUID after, int limit) {
        return sql.query(
                "SELECT " + COLUMNS + " FROM import_job WHERE tenant_id = ? AND import_id = ? AND id <> import_id"
                        + " AND id > ? ORDER BY id LIMIT ?",
                this::job,
                tenants.current(),
                importId,
                after,
                limit);
    }

    /** Takes what has waited longest, or whose worker has gone, of any tenant; in the system's scope. */
    List<Job> claim(UUID owner, String lease) {
        return sql.query(
                "UPDATE import_job SET lease_owner = ?, lease_until = now() + ?::interval, attempts = attempts + 1,"
                        + " version = version + 1"
                        + " WHERE (tenant_id, id) = (SELECT tenant_id, id FROM import_job WHERE status IN " + AT_WORK
                        + " AND (lease_until IS NULL OR lease_until < now()) ORDER BY created_at LIMIT 1"
                        + " FOR UPDATE SKIP LOCKED) RETURNING " + COLUMNS,
                this::job,
                owner,
                lease);
    }

    /** Of all tenants, in the system's scope. */
    void renew(UUID owner, String lease) {
        sql.update("UPDATE import_job SET lease_until = now() + ?::interval WHERE lease_owner = ?", lease, owner);
    }

    /** Of all tenants, in the system's scope: what is over and out of date; what became of its lines stays known. */
    void forget(String age) {
        sql.update(
                "DELETE FROM import_job j WHERE finished_at < now() - ?::interval AND status <> 'SHADOW'"
                        + " AND NOT EXISTS (SELECT FROM import_job c WHERE c.tenant_id = j.tenant_id"
                        + " AND c.import_id = j.id AND c.id <> j.id)",
                age);
    }

    /** Puts work behind us for good, in the transaction that did it. */
    void keep(UUID id, UUID owner, long cursor, long refused) {
        mine(sql.update(
                "UPDATE import_job SET cursor = ?, refused = refused + ?, version = version + 1" + MINE,
                cursor,
                refused,
                tenants.current(),
                id,
                owner));
    }

    /** What is read is sorted into families: work begins with the first of them. */
    void begin(UUID id, UUID owner, JobStatus next, long families, long refused) {
        mine(sql.update(
                "UPDATE import_job SET status = ?, families = ?, refused = refused + ?, cursor = 0,"
                        + " version = version + 1" + MINE,
                next.name(),
                families,
                refused,
                tenants.current(),
                id,
                owner));
    }

    void end(UUID id, UUID owner, JobStatus last) {
        mine(sql.update(
                "UPDATE import_job SET status = ?, lease_owner = NULL, lease_until = NULL, finished_at = now(),"
                        + " version = version + 1" + MINE,
                last.name(),
                tenants.current(),
                id,
                owner));
    }

    void fail(UUID id, UUID owner, String reason, List<Object> arguments) {
        sql.update(
                "UPDATE import_job SET failed_at = status, status = 'FAILED', reason = ?, reason_arguments = ?::jsonb,"
                        + " lease_owner = NULL, lease_until = NULL, finished_at = now(), version = version + 1" + MINE,
                reason,
                text(arguments),
                tenants.current(),
                id,
                owner);
    }

    /** Lets a job that is locked be at something else, whoever worked on it. */
    void moveTo(UUID id, JobStatus next, long cursor) {
        sql.update(
                "UPDATE import_job SET status = ?, failed_at = NULL, reason = NULL, reason_arguments = '[]', cursor = ?,"
                        + " attempts = 0, lease_owner = NULL, lease_until = NULL, finished_at = " + ENDED
                        + ", version = version + 1 WHERE tenant_id = ? AND id = ?",
                next.name(),
                cursor,
                next.name(),
                tenants.current(),
                id);
    }

    private static void mine(int rows) {
        if (rows == 0) {
            throw new LeaseLost();
        }
    }

    /** Somebody else has the job by now, or nobody wants it any more. */
    static final class LeaseLost extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private Job job(ResultSet row) throws SQLException {
        var failedAt = row.getString("failed_at");
        var finishedAt = row.getTimestamp("finished_at");
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("tenant_id"),
                row.getLong("version"),
                row.getObject("import_id", UUID.class),
                JobStatus.valueOf(row.getString("status")),
                row.getBoolean("dry_run"),
                row.getLong("lines"),
                row.getLong("families"),
                row.getLong("cursor"),
                row.getLong("refused"),
                failedAt == null ? null : JobStatus.valueOf(failedAt),
                row.getString("reason"),
                arguments(row.getString("reason_arguments")),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                finishedAt == null ? null : finishedAt.toInstant());
    }

    private List<Object> arguments(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(List<Object> arguments) {
        try {
            return json.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

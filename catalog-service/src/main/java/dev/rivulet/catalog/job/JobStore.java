package dev.rivulet.catalog.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of jobs, in the current transaction. Only the holder of a job's lease changes a running one. */
@Singleton
class JobStore {

    private static final String COLUMNS = "id, tenant_id, version, kind, status, dry_run, parameters, rows_done,"
            + " rows_kept, rows_total, rows_refused, summary, reason, reason_arguments, attempts, created_at,"
            + " started_at, finished_at";
    private static final String MINE = " WHERE tenant_id = ? AND id = ? AND lease_owner = ?";

    private final Sql sql;
    private final Tenants tenants;
    private final ObjectMapper json;

    JobStore(Sql sql, Tenants tenants, ObjectMapper json) {
        this.sql = sql;
        this.tenants = tenants;
        this.json = json;
    }

    void add(UUID id, String kind, boolean dryRun, Map<String, String> parameters) {
        sql.update(
                "INSERT INTO job (tenant_id, id, kind, status, dry_run, parameters) VALUES (?, ?, ?, 'QUEUED', ?,"
                        + " ?::jsonb)",
                tenants.current(),
                id,
                kind,
                dryRun,
                text(parameters));
    }

    List<Job> after(UUID last, int count) {
        return sql.query(
                "SELECT " + COLUMNS + " FROM job WHERE tenant_id = ? AND id > ? ORDER BY id LIMIT ?",
                this::job,
                tenants.current(),
                last,
                count);
    }

    @Nullable
    Job find(UUID id) {
        var found = sql.query(
                "SELECT " + COLUMNS + " FROM job WHERE tenant_id = ? AND id = ?", this::job, tenants.current(), id);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Takes the oldest job that waits or whose runner has gone, of any tenant; in the system's scope. */
    @Nullable
    Job claim(UUID owner, String lease) {
        var found = sql.query(
                "UPDATE job SET status = 'RUNNING', lease_owner = ?, lease_until = now() + ?::interval,"
                        + " attempts = attempts + 1, started_at = now(), version = version + 1"
                        + " WHERE (tenant_id, id) = (SELECT tenant_id, id FROM job WHERE status = 'QUEUED'"
                        + " OR status = 'RUNNING' AND lease_until < now() ORDER BY created_at LIMIT 1"
                        + " FOR UPDATE SKIP LOCKED) RETURNING " + COLUMNS,
                this::job,
                owner,
                lease);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Of all tenants, in the system's scope. */
    void renew(UUID owner, String lease) {
        sql.update("UPDATE job SET lease_until = now() + ?::interval WHERE lease_owner = ?", lease, owner);
    }

    /** Of all tenants, in the system's scope. */
    void forget(String age) {
        sql.update("DELETE FROM job WHERE finished_at < now() - ?::interval", age);
    }

    void show(UUID id, UUID owner, long done, @Nullable Long total) {
        mine(sql.update(
                "UPDATE job SET rows_done = ?, rows_total = coalesce(?, rows_total), version = version + 1" + MINE,
                done,
                total,
                tenants.current(),
                id,
                owner));
    }

    /** A negative number of rows leaves those kept as they are. */
    void keep(UUID id, UUID owner, long done, long refused, Map<String, Long> summary, List<RowError> errors) {
        mine(sql.update(
                "UPDATE job SET rows_kept = greatest(?, rows_kept), rows_done = greatest(?, rows_done),"
                        + " rows_refused = ?, summary = ?::jsonb, version = version + 1" + MINE,
                done,
                done,
                refused,
                text(summary),
                tenants.current(),
                id,
                owner));
        if (!errors.isEmpty()) {
            addErrors(id, errors);
        }
    }

    private void addErrors(UUID id, List<RowError> errors) {
        sql.update(
                "INSERT INTO job_row_error (tenant_id, job_id, seq, line, pointer, code, arguments)"
                        + " SELECT ?, ?, seq, line, pointer, code, arguments::jsonb FROM"
                        + " unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[])"
                        + " error (seq, line, pointer, code, arguments)",
                tenants.current(),
                id,
                errors.stream().map(RowError::seq).toArray(Long[]::new),
                errors.stream().map(RowError::line).toArray(Long[]::new),
                errors.stream().map(RowError::pointer).toArray(String[]::new),
                errors.stream().map(RowError::code).toArray(String[]::new),
                errors.stream().map(error -> text(error.arguments())).toArray(String[]::new));
    }

    List<RowError> errorsAfter(UUID id, long seq, int count) {
        return sql.query(
                "SELECT seq, line, pointer, code, arguments FROM job_row_error"
                        + " WHERE tenant_id = ? AND job_id = ? AND seq > ? ORDER BY seq LIMIT ?",
                row -> new RowError(
                        row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), list(row.getString(5))),
                tenants.current(),
                id,
                seq,
                count);
    }

    void succeed(UUID id, UUID owner, long done) {
        mine(sql.update(
                "UPDATE job SET status = 'SUCCEEDED', rows_done = greatest(?, rows_done),"
                        + " rows_total = greatest(?, rows_done), lease_owner = NULL, lease_until = NULL,"
                        + " finished_at = now(), version = version + 1" + MINE,
                done,
                done,
                tenants.current(),
                id,
                owner));
        dropParts(id, "INPUT");
    }

    void fail(UUID id, UUID owner, String reason, List<Object> arguments) {
        mine(sql.update(
                "UPDATE job SET status = 'FAILED', reason = ?, reason_arguments = ?::jsonb, lease_owner = NULL,"
                        + " lease_until = NULL, finished_at = now(), version = version + 1" + MINE,
                reason,
                text(arguments),
                tenants.current(),
                id,
                owner));
    }

    /** Back to the queue; what was kept stays kept. */
    void requeue(UUID id) {
        sql.update(
                "UPDATE job SET status = 'QUEUED', reason = NULL, reason_arguments = '[]', finished_at = NULL,"
                        + " attempts = 0, version = version + 1 WHERE tenant_id = ? AND id = ? AND status = 'FAILED'",
                tenants.current(),
                id);
    }

    byte @Nullable [] part(UUID id, String side, int part) {
        var found = sql.query(
                "SELECT content FROM job_part WHERE tenant_id = ? AND job_id = ? AND side = ? AND part = ?",
                row -> row.getBytes(1),
                tenants.current(),
                id,
                side,
                part);
        return found.isEmpty() ? null : found.getFirst();
    }

    void addPart(UUID id, String side, int part, byte[] content) {
        sql.update(
                "INSERT INTO job_part (tenant_id, job_id, side, part, content) VALUES (?, ?, ?, ?, ?)",
                tenants.current(),
                id,
                side,
                part,
                content);
    }

    void dropParts(UUID id, String side) {
        sql.update("DELETE FROM job_part WHERE tenant_id = ? AND job_id = ? AND side = ?", tenants.current(), id, side);
    }

    private static void mine(int rows) {
        if (rows == 0) {
            throw new IllegalStateException("the job is another's now: its lease had run out");
        }
    }

    private Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("tenant_id"),
                row.getLong("version"),
                row.getString("kind"),
                JobStatus.valueOf(row.getString("status")),
                row.getBoolean("dry_run"),
                read(row.getString("parameters"), new TypeReference<>() {}),
                row.getLong("rows_done"),
                row.getLong("rows_kept"),
                row.getObject("rows_total", Long.class),
                row.getLong("rows_refused"),
                read(row.getString("summary"), new TypeReference<>() {}),
                row.getString("reason"),
                list(row.getString("reason_arguments")),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private List<Object> list(String text) {
        return read(text, new TypeReference<>() {});
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.rivulet.subscription.imports;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.imports.Line.Status;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lines of bodies, hundreds in a statement, in the current transaction. */
@Singleton
class LineTable {

    private static final String COLUMNS =
            "line, type, external_id, account, parent, digest, status, family, subject_id," + " content";
    private static final String OF = " FROM import_line WHERE tenant_id = ? AND job_id = ?";

    private final Sql sql;
    private final Tenants tenants;

    LineTable(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** A line as it came. */
    record Raw(long number, String content) {}

    void add(UUID job, List<Raw> lines) {
        sql.update(
                "INSERT INTO import_line (tenant_id, job_id, line, content)"
                        + " SELECT ?, ?, row.* FROM unnest(?::bigint[], ?::text[]) row",
                tenants.current(),
                job,
                lines.stream().map(Raw::number).toArray(Long[]::new),
                lines.stream().map(Raw::content).toArray(String[]::new));
    }

    List<Raw> waiting(UUID job, long after, int limit) {
        return sql.query(
                "SELECT line, content" + OF + " AND line > ? ORDER BY line LIMIT ?",
                row -> new Raw(row.getLong(1), row.getString(2)),
                tenants.current(),
                job,
                after,
                limit);
    }

    /** Keeps what lines say. */
    void read(UUID job, List<Line> lines) {
        sql.update(
                "UPDATE import_line l SET type = row.type, external_id = row.external_id, account = row.account,"
                        + " parent = row.parent, digest = row.digest, status = row.status, subject_id = row.subject"
                        + " FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
                        + " ?::uuid[]) row (line, type, external_id, account, parent, digest, status, subject)"
                        + " WHERE l.tenant_id = ? AND l.job_id = ? AND l.line = row.line",
                lines.stream().map(Line::number).toArray(Long[]::new),
                texts(lines, line -> line.type().text()),
                texts(lines, Line::externalId),
                texts(lines, Line::account),
                texts(lines, Line::above),
                texts(lines, Line::digest),
                texts(lines, Line::status),
                texts(lines, Line::subject),
                tenants.current(),
                job);
    }

    /** What earlier lines say of these things: the digest of the first, by type and external id. */
    List<Line> saying(UUID job, long before, Collection<String> externalIds) {
        return sql.query(
                "SELECT " + COLUMNS + OF + " AND line < ? AND external_id = ANY (?::text[]) AND type IS NOT NULL"
                        + " AND status <> 'REFUSED' ORDER BY line",
                LineTable::line,
                tenants.current(),
                job,
                before,
                externalIds.toArray(String[]::new));
    }

    /** The lines of the next families behind one, whole families of some hundred lines at least. */
    List<Line> next(UUID job, long family, int limit) {
        return sql.query(
                "SELECT " + COLUMNS + OF + " AND family > ? AND family <= (SELECT max(family) FROM (SELECT family" + OF
                        + " AND family > ? ORDER BY family, line LIMIT ?) batch) ORDER BY family, line",
                LineTable::line,
                tenants.current(),
                job,
                family,
                tenants.current(),
                job,
                family,
                limit);
    }

    /** The lines of a family. */
    List<Line> of(UUID job, long family) {
        return sql.query(
                "SELECT " + COLUMNS + OF + " AND family = ? ORDER BY line",
                LineTable::line,
                tenants.current(),
                job,
                family);
    }

    void mark(UUID job, Collection<Long> lines, Status status) {
        if (!lines.isEmpty()) {
            sql.update(
                    "UPDATE import_line SET status = ? WHERE tenant_id = ? AND job_id = ? AND line = ANY (?::bigint[])",
                    status.name(),
                    tenants.current(),
                    job,
                    lines.toArray(Long[]::new));
        }
    }

    void taken(UUID job, Map<Long, UUID> subjects) {
        var lines = List.copyOf(subjects.keySet());
        sql.update(
                "UPDATE import_line l SET status = 'TAKEN', subject_id = row.subject"
                        + " FROM unnest(?::bigint[], ?::uuid[]) row (line, subject)"
                        + " WHERE l.tenant_id = ? AND l.job_id = ? AND l.line = row.line",
                lines.toArray(Long[]::new),
                texts(lines, subjects::get),
                tenants.current(),
                job);
    }

    /** Puts the lines of a comparison into the families of the import they speak of; those of which none is there. */
    List<Line> joinFamilies(UUID comparison, UUID importId) {
        sql.update(
                "UPDATE import_line e SET family = l.family FROM import_line l"
                        + " WHERE e.tenant_id = ? AND e.job_id = ? AND e.status = 'READ'"
                        + " AND l.tenant_id = e.tenant_id AND l.job_id = ? AND l.type = e.type"
                        + " AND l.external_id = e.external_id AND l.family IS NOT NULL AND l.status <> 'REFUSED'",
                tenants.current(),
                comparison,
                importId);
        return sql.query(
                "SELECT " + COLUMNS + OF + " AND status = 'READ' AND family IS NULL ORDER BY line",
                LineTable::line,
                tenants.current(),
                comparison);
    }

    /** The number of the last family that lines belong to. */
    long families(UUID job) {
        return sql.query("SELECT coalesce(max(family), 0)" + OF, row -> row.getLong(1), tenants.current(), job)
                .getFirst();
    }

    /** What became of lines that were taken over, now or before. */
    List<Line> results(UUID job, long after, int limit) {
        return sql.query(
                "SELECT " + COLUMNS + OF + " AND line > ? AND subject_id IS NOT NULL ORDER BY line LIMIT ?",
                LineTable::line,
                tenants.current(),
                job,
                after,
                limit);
    }

    Map<Status, Long> counts(UUID job) {
        var counts = new EnumMap<Status, Long>(Status.class);
        sql.query(
                "SELECT status, count(*)" + OF + " GROUP BY status",
                row -> counts.put(Status.valueOf(row.getString(1)), row.getLong(2)),
                tenants.current(),
                job);
        return counts;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong(1),
                RowType.of(row.getString(2)).orElseThrow(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Status.valueOf(row.getString(7)),
                row.getLong(8),
                row.getObject(9, UUID.class),
                row.getString(10));
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream()
                .map(row -> Objects.toString(column.apply(row), null))
                .toArray(String[]::new);
    }
}

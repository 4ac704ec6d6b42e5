package dev.rivulet.subscription.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.problem.Faults;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is wrong with lines, in the current transaction. */
@Singleton
class ErrorTable {

    private final Sql sql;
    private final Tenants tenants;
    private final ObjectMapper json;

    ErrorTable(Sql sql, Tenants tenants, ObjectMapper json) {
        this.sql = sql;
        this.tenants = tenants;
        this.json = json;
    }

    /** An error as it was noted. */
    record Noted(long seq, long line, Faults.Found fault) {}

    void add(UUID job, List<Refusal> refusals) {
        var lines = new ArrayList<Long>();
        var faults = new ArrayList<Faults.Found>();
        for (var refusal : refusals) {
            for (var fault : refusal.faults()) {
                lines.add(refusal.line());
                faults.add(fault);
            }
        }
        if (!faults.isEmpty()) {
            sql.update(
                    "INSERT INTO import_error (tenant_id, job_id, line, pointer, code, arguments)"
                            + " SELECT ?, ?, line, pointer, code, arguments::jsonb"
                            + " FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[])"
                            + " error (line, pointer, code, arguments)",
                    tenants.current(),
                    job,
                    lines.toArray(Long[]::new),
                    faults.stream().map(Faults.Found::pointer).toArray(String[]::new),
                    faults.stream().map(Faults.Found::code).toArray(String[]::new),
                    faults.stream().map(fault -> text(fault.arguments())).toArray(String[]::new));
        }
    }

    List<Noted> after(UUID job, long seq, int limit) {
        return sql.query(
                "SELECT seq, line, pointer, code, arguments FROM import_error WHERE tenant_id = ? AND job_id = ?"
                        + " AND seq > ? ORDER BY seq LIMIT ?",
                row -> new Noted(
                        row.getLong(1),
                        row.getLong(2),
                        new Faults.Found(row.getString(3), row.getString(4), list(row.getString(5)))),
                tenants.current(),
                job,
                seq,
                limit);
    }

    private List<Object> list(String text) {
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

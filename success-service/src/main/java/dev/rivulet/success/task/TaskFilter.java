package dev.rivulet.success.task;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which tasks a caller asks for; a {@code @BeanParam}. All that is given must hold. */
public class TaskFilter {

    @QueryParam("accountId")
    @Parameter(description = "Only those of this customer", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
    @Nullable
    UUID accountId;

    @QueryParam("status")
    @Parameter(description = "Only those in this state", example = "OPEN")
    @Nullable
    TaskStatus status;

    @QueryParam("owner")
    @Parameter(description = "Only those of this person", example = "mila.horn@acme.example")
    @Nullable
    String owner;

    @QueryParam("queue")
    @Parameter(description = "Only those that nobody owns in the queue of this role", example = "success")
    @Nullable
    String queue;

    @QueryParam("kind")
    @Parameter(description = "Only those of this kind", example = "SCORE_LOW")
    @Nullable
    TaskKind kind;

    @QueryParam("severity")
    @Parameter(description = "Only those at least so severe", example = "HIGH")
    @Nullable
    Severity severity;

    @QueryParam("dueBefore")
    @Parameter(description = "Only those due before this day, local to the customer", example = "2025-03-04")
    @Nullable
    LocalDate dueBefore;

    /** A condition in SQL and the values of its places. */
    record Conditions(StringBuilder sql, List<Object> values) {

        Conditions and(String condition, Object... more) {
            sql.append(" AND ").append(condition);
            values.addAll(List.of(more));
            return this;
        }
    }

    /** The state is spelled out, so that the plan of a prepared statement knows it. */
    Conditions conditions(String tenant, boolean onlyWaiting) {
        var conditions = new Conditions(new StringBuilder("tenant_id = ?"), new ArrayList<>(List.of(tenant)));
        var only = status == null && onlyWaiting ? TaskStatus.OPEN : status;
        if (only != null) {
            conditions.and("status = '" + only + "'");
        }
        if (accountId != null) {
            conditions.and("account_id = ?", accountId);
        }
        if (owner != null) {
            conditions.and("owner = ?", owner);
        }
        if (queue != null) {
            conditions.and("owner IS NULL AND queue = ?", queue);
        }
        if (kind != null) {
            conditions.and("kind = ?", kind.name());
        }
        if (severity != null) {
            conditions.and("severity >= ?", severity.rank);
        }
        if (dueBefore != null) {
            conditions.and("due_on < ?", dueBefore);
        }
        return conditions;
    }
}

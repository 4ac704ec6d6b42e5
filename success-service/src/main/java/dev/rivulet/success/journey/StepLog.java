package dev.rivulet.success.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The steps taken; only ever added to. */
@Singleton
class StepLog {

    private final Sql sql;
    private final Tenants tenants;

    StepLog(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** A step taken. */
    @Schema(name = "JourneyStepTaken")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            @Schema(examples = "kickoff") String step,
            @Schema(description = "When it was to be taken") Instant dueAt,
            @Schema(description = "Business time") Instant takenAt,

            @Schema(
                    examples = "task",
                    description =
                            "task, message, webhook, nobody (to write to or to tell), waits, then, otherwise, extended, or how it ended")
            String result,

            @Schema(description = "The task it opened, the first message it sent, or its call") @Nullable
            UUID effectId) {}

    void add(Enrolment enrolment, String step, Instant dueAt, Instant now, String result, @Nullable UUID effect) {
        sql.update(
                "INSERT INTO journey_step (tenant_id, enrolment_id, seq, step, due_at, taken_at, result, effect_id)"
                        + " SELECT ?, ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ? FROM journey_step"
                        + " WHERE tenant_id = ? AND enrolment_id = ?",
                tenants.current(),
                enrolment.id,
                step,
                Timestamp.from(dueAt),
                Timestamp.from(now),
                result,
                effect,
                tenants.current(),
                enrolment.id);
    }

    List<Entry> of(UUID enrolment) {
        return sql.read(
                "SELECT step, due_at, taken_at, result, effect_id FROM journey_step WHERE tenant_id = ?"
                        + " AND enrolment_id = ? ORDER BY seq",
                row -> new Entry(
                        row.getString(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4),
                        row.getObject(5, UUID.class)),
                tenants.current(),
                enrolment);
    }
}

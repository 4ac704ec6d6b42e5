package dev.rivulet.success.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something to do, mostly for a customer. */
@Schema(name = "Task")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskView(
        UUID id,

        @Schema(description = "The number inside the ETag", examples = "0")
        long version,

        @Schema(description = "Absent where it is about no customer in particular") @Nullable
        UUID accountId,

        TaskKind kind,

        @Schema(
                examples = "score-low",
                description = "Which reason, in no language; the texts may change, the codes do not")
        String reasonCode,

        @Schema(
                examples = "Score 46.0 < 50: LICENCES 25.0 (-30.0), NPS 20.0 (-24.0)",
                description =
                        "By Accept-Language, English or Russian. Of a score: it, the threshold, and each component"
                                + " with the points it costs, worst first")
        String reason,

        Severity severity,

        TaskStatus status,

        @Schema(examples = "mila.horn@acme.example", description = "Who is to do it; absent while it lies in the queue")
        @Nullable
        String owner,

        @Schema(examples = "success", description = "The role whose members take it while nobody owns it")
        String queue,

        @Schema(examples = "2025-03-04", description = "Local to the customer")
        LocalDate dueOn,

        @Schema(examples = "2025-03-02", description = "Put off until this day, local to the customer") @Nullable
        LocalDate snoozedUntil,

        @Schema(description = "Since the deadline passed it has been with whom it was escalated to") @Nullable
        Instant escalatedAt,

        @Schema(description = "Monthly revenue at stake, where known") @Nullable
        Money moneyAtRisk,

        @Schema(description = "The trigger rule that asked for it") @Nullable
        UUID ruleId,

        @Schema(examples = "1", description = "And which revision of it") @Nullable
        Integer ruleRevision,

        Instant openedAt,
        @Nullable Instant completedAt,

        @Schema(examples = "mila.horn@acme.example") @Nullable
        String completedBy,

        @Nullable TaskOutcome outcome,

        @Schema(examples = "Two trainings agreed on") @Nullable
        String note) {

    static TaskView of(SuccessTask task, ReasonTexts texts) {
        return new TaskView(
                task.id,
                task.version,
                task.accountId,
                task.kind,
                task.reason.code(),
                texts.of(task.reason),
                task.severity,
                task.status,
                task.owner,
                task.queue,
                task.dueOn,
                task.snoozedUntil,
                task.escalatedAt,
                task.moneyAtRisk,
                task.ruleId,
                task.ruleRevision,
                task.openedAt,
                task.completedAt,
                task.completedBy,
                task.outcome,
                task.note);
    }
}

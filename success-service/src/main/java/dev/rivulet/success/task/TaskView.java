package dev.rivulet.success.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something to do for a customer. */
@Schema(name = "Task")
public record TaskView(
        UUID id,
        UUID accountId,
        TaskKind kind,

        @Schema(
                examples = "Score 46.0 < 50: LICENCES 25.0 (-30.0), NPS 20.0 (-24.0)",
                description = "The score, the threshold, and each component with the points it costs, worst first")
        String reason,

        TaskStatus status,

        @Schema(examples = "2025-03-04", description = "Local to the customer")
        LocalDate dueOn,

        Instant openedAt,
        @Schema(nullable = true) @Nullable Instant completedAt,

        @Schema(nullable = true, examples = "Two trainings agreed on") @Nullable
        String outcome) {

    static TaskView of(SuccessTask task) {
        return new TaskView(
                task.id,
                task.accountId,
                task.kind,
                task.reason,
                task.status,
                task.dueOn,
                task.openedAt,
                task.completedAt,
                task.outcome);
    }
}

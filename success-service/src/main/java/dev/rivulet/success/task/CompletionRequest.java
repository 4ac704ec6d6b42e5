package dev.rivulet.success.task;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of a task. */
@Schema(name = "TaskCompletionRequest", examples = """
        {"outcome": "RESOLVED", "note": "Two trainings agreed on, next call in a week"}""")
public record CompletionRequest(
        @NotNull
        @Schema(
                examples = "RESOLVED",
                description = "RESOLVED and LOST call the alarm right, FALSE_ALARM wrong; NO_ACTION and DUPLICATE say"
                        + " nothing of it")
        TaskOutcome outcome,

        @Size(max = 2_000, message = "{text-too-long}")
        @Schema(examples = "Two trainings agreed on, next call in a week")
        @Nullable
        String note) {}

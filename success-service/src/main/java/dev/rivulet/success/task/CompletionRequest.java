package dev.rivulet.success.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a task. */
@Schema(name = "TaskCompletionRequest")
public record CompletionRequest(
        @NotBlank
        @Size(max = 2_000, message = "{text-too-long}")
        @Schema(examples = "Two trainings agreed on, next call in a week")
        String outcome) {}

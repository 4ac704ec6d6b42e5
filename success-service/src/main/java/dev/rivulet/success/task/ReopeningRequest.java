package dev.rivulet.success.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a task is not done after all. */
@Schema(name = "TaskReopeningRequest", examples = """
        {"note": "The training was called off"}""")
public record ReopeningRequest(
        @NotBlank @Size(max = 2_000, message = "{text-too-long}") @Schema(examples = "The training was called off")
        String note) {}

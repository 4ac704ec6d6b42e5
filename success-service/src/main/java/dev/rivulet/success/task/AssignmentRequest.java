package dev.rivulet.success.task;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose a task is to be. */
@Schema(name = "TaskAssignmentRequest", examples = """
        {"owner": "mila.horn@acme.example"}""")
public record AssignmentRequest(
        @Size(min = 1, max = 200, message = "{text-too-long}")
        @Pattern(regexp = "[^@\\s]\\S*", message = "{owner-format}")
        @Schema(
                examples = "mila.horn@acme.example",
                description = "Name of a person as in the `upn` or `sub` of their token; left out: back to the queue")
        @Nullable
        String owner) {}

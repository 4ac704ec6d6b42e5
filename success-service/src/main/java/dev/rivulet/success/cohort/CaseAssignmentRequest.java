package dev.rivulet.success.cohort;

import dev.rivulet.success.input.Dated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who finds out what happened, and by when. */
@Schema(name = "CohortCaseAssignmentRequest", examples = """
        {"owner": "maria", "dueOn": "2026-11-10"}""")
public record CaseAssignmentRequest(
        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "maria")
        String owner,

        @Dated
        @Schema(nullable = true, examples = "2026-11-10", description = "UTC; left out, the deadline stays")
        @Nullable
        LocalDate dueOn) {}

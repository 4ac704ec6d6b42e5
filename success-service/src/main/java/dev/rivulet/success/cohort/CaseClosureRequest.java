package dev.rivulet.success.cohort;

import dev.rivulet.success.cohort.domain.CloseReason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of a case. */
@Schema(name = "CohortCaseClosureRequest", examples = """
        {"reason": "ACTED_ON",
         "note": "The March campaign sold to schools; onboarding for them is being written"}""")
public record CaseClosureRequest(
        @NotNull @Schema(examples = "ACTED_ON", description = "ACTED_ON, EXPLAINED, DATA_ERROR or NOT_FOUND")
        CloseReason reason,

        @Size(max = 2_000, message = "{text-too-long}")
        @Schema(nullable = true, examples = "The March campaign sold to schools; onboarding for them is being written")
        @Nullable
        String note) {}

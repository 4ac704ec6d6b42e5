package dev.rivulet.success.value;

import dev.rivulet.success.input.Dated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A measurement to compute from what is known here. */
@Schema(name = "ComputedMeasurementRequest", examples = """
        {"source": "USAGE_USERS", "metric": "lesson-completed", "from": "2025-03-15", "to": "2025-04-15",
         "note": "Everybody who finished a lesson"}""")
record ComputedMeasurementRequest(
        @NotNull @Schema(examples = "USAGE_USERS") MeasurementSource source,

        @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f61", description = "Of SURVEY_MEAN") @Nullable
        UUID surveyId,

        @Size(max = 100, message = "{text-too-long}")
        @Schema(
                examples = "lesson-completed",
                description = "Needed for USAGE_SUM and USAGE_PER_USER; any use counts for USAGE_USERS and USAGE_DAYS"
                        + " without one")
        @Nullable
        String metric,

        @NotNull @Dated @Schema(examples = "2025-03-15", description = "First day, local to the customer")
        LocalDate from,

        @NotNull
        @Dated
        @Schema(examples = "2025-04-15", description = "Last day, included; the day the measurement is of")
        LocalDate to,

        @Size(max = 2_000, message = "{text-too-long}") @Nullable
        String note) {}

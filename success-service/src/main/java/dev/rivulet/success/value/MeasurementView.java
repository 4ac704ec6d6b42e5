package dev.rivulet.success.value;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the promised metric was on a day, and how that is known. */
@Schema(name = "Measurement")
record MeasurementView(
        UUID id,

        @Schema(examples = "71.5", description = "A decimal text in the promise's unit")
        String value,

        @Schema(examples = "2025-04-15", description = "Local to the customer")
        LocalDate measuredOn,

        @Schema(nullable = true, examples = "Second assessment, 24 of 25 employees took part") @Nullable
        String note,

        MeasurementSource source,
        @Schema(nullable = true) @Nullable UUID surveyId,

        @Schema(nullable = true, examples = "lesson") @Nullable
        String usageMetric,

        @Schema(nullable = true, examples = "2025-03-15", description = "First day it was computed over") @Nullable
        LocalDate from,

        @Schema(nullable = true, examples = "2025-04-15", description = "Last day it was computed over") @Nullable
        LocalDate to,

        Instant recordedAt) {

    static MeasurementView of(Measurement measurement) {
        return new MeasurementView(
                measurement.id,
                PromiseView.plain(measurement.value),
                measurement.measuredOn,
                measurement.note,
                measurement.source,
                measurement.surveyId,
                measurement.usageMetric,
                measurement.firstDay,
                measurement.lastDay,
                measurement.recordedAt);
    }
}

package dev.rivulet.success.survey;

import dev.rivulet.success.input.Dated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A wave to send. */
@Schema(name = "SurveyWaveRequest", examples = """
        {"startsOn": "2025-04-01", "zone": "Europe/Berlin", "everyMonths": 3, "openDays": 14, "share": "0.25",
         "audience": {"contacts": {"function": "HR head"}}}""")
record WaveRequest(
        @Dated
        @Schema(
                examples = "2025-04-01",
                description = "The day it is sent, in its zone; a day gone by or absent: at once")
        @Nullable
        LocalDate startsOn,

        @Size(max = 60, message = "{text-too-long}")
        @Schema(examples = "Europe/Berlin", description = "IANA zone in which its days begin; UTC, if absent")
        @Nullable
        String zone,

        @Min(value = 1, message = "{every-months-range}")
        @Max(value = 24, message = "{every-months-range}")
        @Schema(
                examples = "3",
                description = "Send it again every so many months, counted from the first day; once, if absent")
        @Nullable
        Integer everyMonths,

        @Min(value = 1, message = "{open-days-range}")
        @Max(value = 90, message = "{open-days-range}")
        @Schema(examples = "14", description = "How many days there are to answer, the first included; 14, if absent")
        @Nullable
        Integer openDays,

        @DecimalMin(value = "0", inclusive = false, message = "{share-range}")
        @DecimalMax(value = "1", message = "{share-range}")
        @Schema(
                type = SchemaType.STRING,
                examples = "0.25",
                description = "Share of the audience to draw, above 0 to 1; all, if absent. The same share of the same"
                        + " wave is always the same people.")
        @Nullable
        BigDecimal share,

        @NotNull @Valid Audience audience) {}

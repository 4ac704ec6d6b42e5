package dev.rivulet.success.value;

import dev.rivulet.success.input.Dated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A measurement to record. */
@Schema(name = "MeasurementRequest", examples = """
        {"value": "71.5", "measuredOn": "2025-04-15",
         "note": "Second assessment, 24 of 25 employees took part"}""")
public record MeasurementRequest(
        @NotNull
        @Schema(
                type = SchemaType.STRING,
                examples = "71.5",
                description = "In the promise's unit; a decimal text or a JSON number")
        BigDecimal value,

        @NotNull @Dated @Schema(examples = "2025-04-15", description = "Local to the customer")
        LocalDate measuredOn,

        @Size(max = 2_000, message = "{text-too-long}")
        @Schema(examples = "Second assessment, 24 of 25 employees took part")
        @Nullable
        String note) {}

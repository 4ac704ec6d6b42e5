package dev.rivulet.success.journey;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a customer who graduated comes back by itself. */
@Schema(name = "JourneyRelapse")
public record Relapse(
        @NotNull
        @DecimalMin(value = "0", message = "{criterion-range}")
        @DecimalMax(value = "100", message = "{criterion-range}")
        @Schema(type = SchemaType.STRING, examples = "50", description = "As soon as the score is below this")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        BigDecimal scoreBelow,

        @NotNull @Schema(examples = "recovery", description = "Key of the step to begin at")
        String startAt) {}

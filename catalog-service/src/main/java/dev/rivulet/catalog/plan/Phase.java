package dev.rivulet.catalog.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Other terms for a while, before a plan's own price: so many months or days, at a price or at a discount. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlanPhase", minProperties = 2, maxProperties = 2)
record Phase(
        @Schema(description = "How long, unless it is counted in days", examples = "3")
        @Min(value = 1, message = "{phase-length}")
        @Max(value = 120, message = "{phase-length}")
        @Nullable
        Integer months,

        @Schema(description = "How long, unless it is counted in months", examples = "30")
        @Min(value = 1, message = "{phase-length}")
        @Max(value = 3650, message = "{phase-length}")
        @Nullable
        Integer days,

        @Schema(description = "For one period, in place of the plan's own price; other components keep theirs")
        @Nullable
        Money price,

        @Schema(
                description = "Off every recurring component, unless there is a price; 100 for a phase that is free",
                examples = "50",
                type = SchemaType.STRING)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @DecimalMin(value = "0", inclusive = false, message = "{discount-range}")
        @DecimalMax(value = "100", message = "{discount-range}")
        @Digits(integer = 3, fraction = 4, message = "{discount-range}")
        @Nullable
        BigDecimal discountPercent) {}

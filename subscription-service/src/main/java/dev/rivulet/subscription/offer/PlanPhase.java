package dev.rivulet.subscription.offer;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Other terms for a while, before a plan's own price: so many months or days, at a price or at a discount.
 *
 * @param price in place of the price of the component {@code base}
 * @param discountPercent off every recurring component
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OfferPhase", minProperties = 2, maxProperties = 2)
public record PlanPhase(
        @Schema(examples = "3") @Nullable Integer months,
        @Schema(examples = "30") @Nullable Integer days,

        @Schema(description = "For one period, in place of the plan's own price") @Nullable
        Money price,

        @Schema(description = "Off every recurring component", examples = "50", type = SchemaType.STRING)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal discountPercent) {}

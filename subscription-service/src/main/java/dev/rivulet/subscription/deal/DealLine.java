package dev.rivulet.subscription.deal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be subscribed to.
 *
 * @param startsOn agreed first day, in the customer's zone; the day of the signature if absent
 * @param prices negotiated, by component; what the plan costs if absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DealLine")
public record DealLine(
        @NotNull
        @Schema(examples = "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01", description = "A published plan of the product")
        UUID planId,

        @NotNull
        @Min(value = 1, message = "{seats-range}")
        @Max(value = 100_000, message = "{seats-range}")
        @Schema(examples = "25")
        Integer seats,

        @Nullable
        @Schema(
                examples = "2026-04-01",
                description = "Agreed first day, in the customer's zone; the day of the signature if absent")
        LocalDate startsOn,

        @Nullable
        @Size(max = 100, message = "{list-too-long}")
        @Schema(
                description = "Negotiated, by component (`base` is the plan's own price), in place of what a component"
                        + " costs flat or by the unit")
        Map<String, @NotNull Money> prices) {}

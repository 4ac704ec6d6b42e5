package dev.rivulet.kit.price.terms;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a price is reckoned, in the major units of its currency. Which fields belong to which kind: FLAT, PER_UNIT and
 * PACKAGE have {@code amount}; GRADUATED and VOLUME {@code tiers}; PACKAGE {@code packageSize} too; PERCENTAGE
 * {@code metric} and {@code percent}; USAGE {@code metric}, {@code rating} and what the rating needs; both of these may
 * have {@code aggregation}. PACKAGE may have {@code freeQuantity}, and all but FLAT {@code maximumAmount}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceTerms(
        @NotNull PriceKind model,

        @Schema(
                description = "FLAT: in all; PER_UNIT: of a unit; PACKAGE: of a package begun. Up to 9 decimals: only a"
                        + " whole line is rounded",
                type = SchemaType.STRING,
                examples = "9.90")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal amount,

        @Schema(description = "Units in a package", examples = "100", type = SchemaType.STRING)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal packageSize,

        @Schema(description = "In rising order; the last one is open")
        @Size(max = 100, message = "{list-too-long}")
        @Nullable
        List<@Valid @NotNull TierTerms> tiers,

        @Schema(description = "What usage is counted of, or the money that a percentage is of", examples = "api-calls")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        @Nullable
        String metric,

        @Schema(description = "How usage is reckoned: PER_UNIT, GRADUATED, VOLUME or PACKAGE") @Nullable
        PriceKind rating,

        @Schema(description = "1.3 for 1.3 %", examples = "1.3", type = SchemaType.STRING)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal percent,

        @Schema(
                description = "For each event behind the amount that the percentage is of",
                examples = "0.25",
                type = SchemaType.STRING)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal feePerEvent,

        @Schema(description = "How many events are without that fee", examples = "2")
        @Min(value = 0, message = "{events-range}")
        @Max(value = 1_000_000_000_000L, message = "{events-range}")
        @Nullable
        Long freeEvents,

        @Schema(
                description = "How much of the amount is without the percentage",
                examples = "250",
                type = SchemaType.STRING)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal freeAmount,

        @Schema(
                description = "What of the metric's events of a period is reckoned with: SUM of the quantities, when"
                        + " left out; COUNT of the events; MAX, the largest quantity; UNIQUE, how many different users;"
                        + " LAST, the latest quantity")
        @Nullable
        Aggregation aggregation,

        @Schema(
                description = "The most that it comes to in a period, before the percentage of a price book or a"
                        + " discount: what is above it is taken off by a step of its own. Of the whole period's usage;"
                        + " of what was bought for a part of it, that part",
                examples = "500.00",
                type = SchemaType.STRING)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal maximumAmount,

        @Schema(
                description = "How many units come before the first package and cost nothing",
                examples = "100",
                type = SchemaType.STRING)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal freeQuantity) {

    /** A tier. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PriceTier")
    public record TierTerms(
            @Schema(
                    description = "The last quantity in it; absent for the last, open tier",
                    examples = "10",
                    type = SchemaType.STRING)
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Nullable
            BigDecimal upTo,

            @Schema(
                    description = "Of each unit in it; of a metric of money 0.05 is 5 %",
                    examples = "5.00",
                    type = SchemaType.STRING)
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @NotNull
            BigDecimal unitPrice,

            @Schema(
                    description = "Once, for entering it; none when left out",
                    examples = "2.00",
                    type = SchemaType.STRING)
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            @Nullable
            BigDecimal flatFee) {}

    public Aggregation aggregationOrSum() {
        return aggregation == null ? Aggregation.SUM : aggregation;
    }

    public static PriceTerms flat(BigDecimal amount) {
        return new PriceTerms(PriceKind.FLAT, amount, null, null, null, null, null, null, null, null, null, null, null);
    }
}

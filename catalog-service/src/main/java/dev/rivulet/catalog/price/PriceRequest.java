package dev.rivulet.catalog.price;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.rivulet.catalog.plan.domain.BillingTiming;
import dev.rivulet.kit.price.terms.PriceTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A price to record. */
@Schema(examples = """
        {"planId": "019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f", "component": "seat", "currency": "EUR",
         "terms": {"model": "GRADUATED", "tiers": [{"upTo": "10", "unitPrice": "9.90"}, {"unitPrice": "7.90",
          "flatFee": "5.00"}]},
         "validFrom": "2026-01-01", "validTo": "2027-01-01", "minimumCharge": "25.00"}""")
record PriceRequest(
        @NotNull UUID planId,

        @Schema(
                description = "What of the plan it pays for; `base` when left out. A plan costs the sum of its"
                        + " components",
                examples = "seat")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        @Nullable
        String component,

        @Schema(description = "The book it stands in; left out, it is for everybody whom no book is for") @Nullable
        UUID priceBookId,

        @Schema(description = "ISO 4217", examples = "EUR") @NotNull @IsoCurrency
        String currency,

        @NotNull @Valid PriceTerms terms,

        @Schema(description = "Its first day, where the buyer is", examples = "2026-01-01") @NotNull
        LocalDate validFrom,

        @Schema(description = "The day after its last; none when left out", examples = "2027-01-01") @Nullable
        LocalDate validTo,

        @Schema(
                description = "The least quantity, or usage of its metric, that it holds for",
                examples = "10",
                type = SchemaType.STRING)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @DecimalMin(value = "0", message = "{quantity-range}")
        @Nullable
        BigDecimal minimumQuantity,

        @Schema(description = "The most", examples = "99", type = SchemaType.STRING)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @DecimalMin(value = "0", message = "{quantity-range}")
        @Nullable
        BigDecimal maximumQuantity,

        @Schema(
                description = "The least that the component comes to in a period, in major units: what is lacking is"
                        + " charged on top. None when left out; no book's percentage changes it",
                examples = "25.00",
                type = SchemaType.STRING)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @DecimalMin(value = "0", message = "{amount-negative}")
        @DecimalMax(value = "1000000000000", message = "{value-out-of-range}")
        @Nullable
        BigDecimal minimumCharge,

        @Schema(description = "When a period is charged; as the plan says when left out. Not of usage") @Nullable
        BillingTiming billing) {

    static final String BASE = "base";

    String componentOrBase() {
        return Objects.requireNonNullElse(component, BASE);
    }
}

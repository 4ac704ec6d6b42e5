package dev.rivulet.catalog.price;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.plan.domain.BillingTiming;
import dev.rivulet.kit.price.terms.PriceTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A price, as it was recorded. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Price")
record PriceView(
        UUID id,

        @Schema(description = "Counts its corrections; quoted, it is the ETag to end or correct it with")
        int version,

        UUID planId,
        UUID productId,

        @Schema(description = "Of the plan whose own list price this is; absent for prices recorded here") @Nullable
        Integer planVersion,

        @Schema(examples = "seat") String component,
        @Nullable UUID priceBookId,
        @Schema(examples = "EUR") String currency,
        PriceTerms terms,

        @Schema(description = "First day; absent when it has been valid for ever") @Nullable
        LocalDate validFrom,

        @Schema(description = "The day after the last; absent when it has none") @Nullable
        LocalDate validTo,

        @Schema(type = SchemaType.STRING, examples = "10") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal minimumQuantity,

        @Schema(type = SchemaType.STRING, examples = "99") @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal maximumQuantity,

        @Schema(
                description = "The least that the component comes to in a period",
                examples = "25.00",
                type = SchemaType.STRING)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal minimumCharge,

        @Schema(description = "Absent where it is as the plan says") @Nullable
        BillingTiming billing,

        @Schema(description = "Since when this was known") Instant recordedFrom,

        @Schema(description = "Until when; absent while it stands") @Nullable
        Instant recordedTo) {

    static PriceView of(Price price, TermsJson json) {
        return new PriceView(
                price.id(),
                price.revision(),
                price.planId(),
                price.productId(),
                price.planVersion(),
                price.component(),
                price.bookId(),
                price.currency(),
                json.read(price.terms()),
                price.validFrom(),
                price.validTo(),
                price.minimum(),
                price.maximum(),
                price.minimumCharge(),
                price.billing(),
                price.recordedFrom(),
                price.recordedTo());
    }
}

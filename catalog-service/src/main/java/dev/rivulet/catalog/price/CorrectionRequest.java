package dev.rivulet.catalog.price;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.rivulet.catalog.plan.domain.BillingTiming;
import dev.rivulet.kit.price.terms.PriceTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a price should have been all the time. */
@Schema(examples = """
        {"terms": {"model": "USAGE", "metric": "api-calls", "rating": "PACKAGE", "packageSize": "100", "amount":
          "2.95"},
         "minimumCharge": "25.00"}""")
record CorrectionRequest(
        @NotNull @Valid PriceTerms terms,

        @Schema(
                description = "The least that the component comes to in a period; unchanged when left out",
                examples = "25.00",
                type = SchemaType.STRING)
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @DecimalMin(value = "0", message = "{amount-negative}")
        @DecimalMax(value = "1000000000000", message = "{value-out-of-range}")
        @Nullable
        BigDecimal minimumCharge,

        @Schema(description = "When a period is charged; unchanged when left out. Not of usage") @Nullable
        BillingTiming billing) {}

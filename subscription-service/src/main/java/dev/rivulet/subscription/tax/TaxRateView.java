package dev.rivulet.subscription.tax;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rate of tax and when it holds. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TaxRate")
public record TaxRateView(
        @Schema(examples = "0197a3f4-0d3e-7a10-8d74-8b3b2e8d9c33")
        UUID id,

        @Schema(examples = "vat") String code,
        @Schema(examples = "VAT") String name,

        @Nullable @Schema(examples = "19", description = "Absent where it combines others")
        BigDecimal percent,

        @Nullable @Schema(examples = "[\"gst\", \"qst\"]", description = "Codes of the rates it combines")
        List<String> components,

        @Schema(examples = "false") boolean inclusive,
        @Schema(examples = "2026-01-01") LocalDate validFrom,

        @Nullable @Schema(examples = "2027-01-01", description = "First day on which it holds no longer")
        LocalDate validTo) {}

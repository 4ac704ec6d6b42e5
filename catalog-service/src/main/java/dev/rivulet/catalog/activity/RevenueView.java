package dev.rivulet.catalog.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What each of a seller's codes brought in by the invoices of a period, less what was void or given back in it. */
@Schema(name = "ActivityRevenue")
record RevenueView(
        UUID sellerId,

        @Schema(description = "First day", examples = "2026-01-01")
        LocalDate from,

        @Schema(description = "First day after the period", examples = "2027-01-01")
        LocalDate to,

        @Schema(examples = "62.09") String mainCode,

        @Schema(description = "In the order of the codes; currencies are not converted")
        List<Earned> codes,

        @Schema(
                description =
                        "Revenue of products that other sellers sell too, where nothing says which of them invoiced it")
        List<Money> shared,

        List<Warning> warnings) {

    /** What a code brought in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ActivityCodeRevenue")
    record Earned(
            @Schema(examples = "62.09") String code,

            @Schema(examples = "Other information technology service activities") @Nullable
            String name,

            List<Money> amounts) {}

    /** What does not fit. */
    @Schema(name = "ActivityRevenueWarning")
    record Warning(
            @Schema(description = "Stable: main-code-not-highest", examples = "main-code-not-highest")
            String code,

            @Schema(examples = "EUR") String currency,

            @Schema(description = "The code that brought in most", examples = "47.91.2")
            String highest,

            @Schema(
                    examples = "The main code 62.09 is not the one that earns most in EUR.",
                    description = "In the caller's language (en, ru)")
            String detail) {}
}

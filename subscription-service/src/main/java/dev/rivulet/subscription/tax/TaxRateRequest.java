package dev.rivulet.subscription.tax;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rate of tax that is to hold from a day on. */
@Schema(name = "TaxRateRequest", examples = """
        {"code": "vat", "name": "VAT", "percent": 19, "inclusive": false, "validFrom": "2026-01-01"}""")
public record TaxRateRequest(
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,29}", message = "{key-invalid}")
        @Schema(examples = "vat", description = "What charges, plans and accounts call it by")
        String code,

        @NotBlank
        @Size(max = 100, message = "{text-too-long}")
        @Schema(examples = "VAT", description = "As invoices show it")
        String name,

        @Nullable
        @DecimalMin(value = "0", message = "{percent-range}")
        @DecimalMax(value = "100", message = "{percent-range}")
        @Schema(examples = "19", description = "Of the amount without tax; left out where others are combined")
        BigDecimal percent,

        @Nullable
        @Size(min = 2, max = 10, message = "{tax-components-range}")
        @Schema(
                examples = "[\"gst\", \"qst\"]",
                description = "In place of a percentage: codes of 2 to 10 rates that are owed together, each on the"
                        + " amount without any of them, each rounded for itself and shown apart. All of them are contained"
                        + " in prices, or none")
        List<@NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,29}", message = "{key-invalid}") String> components,

        @Nullable
        @Schema(
                examples = "false",
                description =
                        "Whether prices contain it already; false when left out. Of combined rates, what they say")
        Boolean inclusive,

        @NotNull @Schema(examples = "2026-01-01", description = "First day; the rate before it ends there")
        LocalDate validFrom,

        @Nullable @Schema(examples = "2027-01-01", description = "First day on which it holds no longer")
        LocalDate validTo) {}

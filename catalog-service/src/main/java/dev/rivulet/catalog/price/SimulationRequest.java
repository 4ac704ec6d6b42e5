package dev.rivulet.catalog.price;

import dev.rivulet.catalog.input.IsoCountry;
import dev.rivulet.kit.price.Channel;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The same purchase to be priced by several plans, price books and quantities. */
@Schema(examples = """
        {"planIds": ["019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f", "019b2f6e-0b1c-7cc3-98c4-dc0c0c073990"],
         "quantities": ["1", "10", "100"], "usage": {"api-calls": 12000}, "country": "DE", "currency": "EUR",
         "date": "2026-01-15"}""")
record SimulationRequest(
        @Schema(description = "The plans to compare") @NotEmpty @Size(max = 20, message = "{list-too-long}")
        List<@NotNull UUID> planIds,

        @Schema(
                description = "To whom: each stands for the buyer that the book is for. Left out, the one buyer"
                        + " described here")
        @Size(max = 20, message = "{list-too-long}")
        @Nullable
        List<@NotNull UUID> priceBookIds,

        @Schema(description = "How many; 1 when left out", examples = "[\"1\", \"10\", \"100\"]")
        @Size(max = 20, message = "{list-too-long}")
        @Nullable
        List<@NotNull @DecimalMin(value = "0", message = "{quantity-range}") BigDecimal> quantities,

        @Schema(description = "How much is used, by metric", examples = "{\"api-calls\": 12000}")
        @Size(max = 50, message = "{list-too-long}")
        @Nullable
        Map<String, @NotNull @DecimalMin(value = "0", message = "{quantity-range}") BigDecimal> usage,

        @Schema(description = "How many events made up the usage, by metric", examples = "{\"payments\": 4}")
        @Size(max = 50, message = "{list-too-long}")
        @Nullable
        Map<String, @NotNull @PositiveOrZero(message = "{quantity-range}") Long> events,

        @Schema(description = "The buyer's segment") @Nullable
        UUID segmentId,

        @Schema(description = "DIRECT when left out") @Nullable
        Channel channel,

        @Schema(description = "The selling partner's tier; with channel PARTNER", examples = "gold")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        @Nullable
        String partnerTier,

        @Schema(description = "The buyer's country, ISO 3166-1 alpha-2", examples = "DE") @IsoCountry @Nullable
        String country,

        @Schema(description = "ISO 4217", examples = "EUR") @NotNull @IsoCurrency
        String currency,

        @Schema(description = "Where the buyer is; today in UTC when left out", examples = "2026-01-15") @Nullable
        LocalDate date,

        @Schema(description = "Compare what was recorded then", examples = "2026-01-15T09:30:00.123456Z") @Nullable
        Instant asOf) {}

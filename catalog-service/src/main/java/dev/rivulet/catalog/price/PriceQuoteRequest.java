package dev.rivulet.catalog.price;

import dev.rivulet.catalog.input.IsoCountry;
import dev.rivulet.kit.price.Channel;
import dev.rivulet.kit.price.Question;
import dev.rivulet.kit.problem.Rejected;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wants to buy. */
@Schema(examples = """
        {"planId": "019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f", "quantity": "25",
         "usage": {"api-calls": 12000, "payments": 800}, "events": {"payments": 4}, "channel": "PARTNER",
         "partnerTier": "gold", "country": "DE", "currency": "EUR", "date": "2026-01-15"}""")
record PriceQuoteRequest(
        @NotNull UUID planId,

        @Schema(
                description = "How many, of seats for example; 1 when left out",
                examples = "25",
                type = SchemaType.STRING)
        @DecimalMin(value = "0", message = "{quantity-range}")
        @Nullable
        BigDecimal quantity,

        @Schema(
                description = "How much is used, by metric; a metric left out is not used",
                examples = "{\"api-calls\": 12000}")
        @Size(max = 50, message = "{list-too-long}")
        @Nullable
        Map<String, @NotNull @DecimalMin(value = "0", message = "{quantity-range}") BigDecimal> usage,

        @Schema(
                description = "How many events made up the usage, by metric, for percentages with a fee per event",
                examples = "{\"payments\": 4}")
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

        @Schema(description = "ISO 4217; prices in others are never converted", examples = "EUR") @NotNull @IsoCurrency
        String currency,

        @Schema(description = "Where the buyer is; today in UTC when left out", examples = "2026-01-15") @Nullable
        LocalDate date,

        @Schema(
                description = "Answer with what was recorded then; the `asOf` of an earlier answer gives that answer"
                        + " again, byte for byte",
                examples = "2026-01-15T09:30:00.123456Z")
        @Nullable
        Instant asOf) {

    Question question(LocalDate today) {
        var by = Objects.requireNonNullElse(channel, Channel.DIRECT);
        if (partnerTier != null && by != Channel.PARTNER) {
            throw Rejected.invalid("partner-tier-channel", "/partnerTier");
        }
        return new Question(
                Objects.requireNonNullElse(quantity, BigDecimal.ONE),
                Objects.requireNonNullElse(usage, Map.of()),
                Objects.requireNonNullElse(events, Map.of()),
                segmentId,
                by,
                partnerTier,
                country,
                currency,
                Objects.requireNonNullElse(date, today));
    }
}

package dev.rivulet.catalog.price;

import dev.rivulet.catalog.input.IsoCountry;
import dev.rivulet.kit.price.Channel;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A price book to add: for whom it is, and from which book it takes what it has no price of its own for. */
@Schema(examples = """
        {"key": "gold-partners", "currency": "EUR", "channel": "PARTNER", "partnerTier": "gold", "percent": "-10",
         "zone": "Europe/Berlin"}""")
record PriceBookRequest(
        @Schema(description = "Human identifier, unique and immutable", examples = "gold-partners")
        @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        String key,

        @Schema(description = "Only for this currency, ISO 4217", examples = "EUR") @IsoCurrency @Nullable
        String currency,

        @Schema(description = "Only for buyers in this country, ISO 3166-1 alpha-2", examples = "DE")
        @IsoCountry
        @Nullable
        String country,

        @Schema(description = "Only for what is sold by ourselves, or by partners") @Nullable
        Channel channel,

        @Schema(description = "Only for buyers of this segment") @Nullable
        UUID segmentId,

        @Schema(description = "Only for partners of this tier; with channel PARTNER", examples = "gold")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        @Nullable
        String partnerTier,

        @Schema(
                description = "The book to take prices from where this one has none that fits. Without a parent but"
                        + " with a percentage it takes those in no book, the plans' list prices among them")
        @Nullable
        UUID parentId,

        @Schema(
                description = "What is put on prices taken from there: -10 for a tenth off",
                examples = "-10",
                type = SchemaType.STRING)
        @DecimalMin(value = "-100", inclusive = false, message = "{percent-range}")
        @DecimalMax(value = "1000", message = "{percent-range}")
        @Digits(integer = 4, fraction = 4, message = "{percent-range}")
        @Nullable
        BigDecimal percent,

        @Schema(description = "The IANA zone in which its days begin; UTC when left out", examples = "Europe/Berlin")
        @IanaZone
        @Nullable
        String zone) {}

package dev.rivulet.subscription.commission;

import dev.rivulet.subscription.commission.domain.Recurrence;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What share partners get. A partner or a tier, or neither: then it is for all.
 *
 * @param validUntil first day it holds no longer
 */
@Schema(name = "CommissionRuleRequest", examples = """
        {"name": "Gold partners, first year", "percent": "20", "recurrence": "FIRST_YEAR", "partnerTier": "gold",
         "validFrom": "2026-01-01"}""")
public record CommissionRuleRequest(
        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "Gold partners, first year")
        String name,

        @NotNull
        @DecimalMin(value = "0", inclusive = false, message = "{percent-range}")
        @DecimalMax(value = "100", message = "{percent-range}")
        @Digits(integer = 3, fraction = 4, message = "{percent-range}")
        @Schema(type = SchemaType.STRING, examples = "20")
        BigDecimal percent,

        @NotNull Recurrence recurrence,

        @Nullable
        @Schema(examples = "019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90", description = "Only this partner; not with a tier")
        UUID partnerId,

        @Nullable
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        @Schema(examples = "gold", description = "Only partners of this tier, as partners and price books name it")
        String partnerTier,

        @Nullable @Schema(examples = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900", description = "Only this product")
        UUID productId,

        @NotNull @Schema(examples = "2026-01-01", description = "First day of payments it holds for")
        LocalDate validFrom,

        @Nullable @Schema(examples = "2027-01-01", description = "First day it holds no longer")
        LocalDate validUntil) {}

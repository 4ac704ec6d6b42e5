package dev.rivulet.subscription.coupon;

import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/** A coupon to be made: either a percentage or an amount. */
@Schema(name = "CouponRequest", examples = """
        {"code": "WELCOME-20", "name": "A fifth off the first quarter", "percent": 20, "duration": "REPEATING",
         "periods": 3, "redemptionLimit": 100, "limitPerAccount": 1, "validUntil": "2026-12-31"}""")
public record CouponRequest(
        @NotNull
        @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,39}", message = "{coupon-code-invalid}")
        @Schema(examples = "WELCOME-20", description = "What it is redeemed by")
        String code,

        @NotBlank @Size(max = 200, message = "{text-too-long}") @Schema(examples = "A fifth off the first quarter")
        String name,

        @Nullable
        @DecimalMin(value = "0", inclusive = false, message = "{percent-range}")
        @DecimalMax(value = "100", message = "{percent-range}")
        @Schema(examples = "20")
        BigDecimal percent,

        @Nullable @Schema(description = "Off each invoice it discounts; what an invoice cannot take lapses")
        Money amount,

        @NotNull @Schema(description = "How many invoices it discounts: one, as many as its periods, or all")
        CouponDuration duration,

        @Nullable
        @Range(min = 1, max = 120, message = "{periods-range}")
        @Schema(examples = "3", description = "Of a REPEATING one: how many invoices")
        Integer periods,

        @Nullable
        @Positive(message = "{limit-positive}")
        @Schema(examples = "100", description = "How often it can be redeemed at all")
        Integer redemptionLimit,

        @Nullable @Positive(message = "{limit-positive}") @Schema(examples = "1", description = "And by one account")
        Integer limitPerAccount,

        @Nullable @Schema(examples = "2026-12-31", description = "Last day on which it can be redeemed")
        LocalDate validUntil,

        @Nullable
        @Size(max = 100, message = "{too-many-items}")
        @Schema(description = "Whose charges alone it discounts; left out for all")
        List<@NotNull UUID> plans) {}

package dev.rivulet.subscription.coupon;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A coupon. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Coupon")
public record CouponView(
        @Schema(examples = "0197a3f5-0d3e-7a10-8d74-8b3b2e8d9c43")
        UUID id,

        @Schema(examples = "WELCOME-20") String code,
        @Schema(examples = "A fifth off the first quarter") String name,
        @Nullable @Schema(examples = "20") BigDecimal percent,
        @Nullable Money amount,
        CouponDuration duration,
        @Nullable @Schema(examples = "3") Integer periods,
        @Nullable @Schema(examples = "100") Integer redemptionLimit,
        @Nullable @Schema(examples = "1") Integer limitPerAccount,
        @Nullable @Schema(examples = "2026-12-31") LocalDate validUntil,
        List<UUID> plans,

        @Schema(examples = "7", description = "How often it was redeemed")
        int redeemed,

        @Schema(examples = "2026-01-15T09:30:00Z") Instant createdAt) {

    static CouponView of(Coupon coupon) {
        return new CouponView(
                coupon.id,
                coupon.code,
                coupon.name,
                coupon.percent,
                coupon.amount(),
                coupon.duration,
                coupon.periods,
                coupon.redemptionLimit,
                coupon.limitPerAccount,
                coupon.validUntil,
                coupon.planIds(),
                coupon.redeemed,
                coupon.createdAt);
    }
}

package dev.rivulet.subscription.coupon;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A coupon that an account has redeemed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Redemption")
public record RedemptionView(
        @Schema(examples = "0197a3f5-1e4f-7b11-8e85-9c4c3f9e0d44")
        UUID id,

        CouponView coupon,
        @Schema(examples = "2026-01-15") LocalDate redeemedOn,

        @Schema(examples = "1", description = "Invoices it has discounted")
        int uses,

        @Nullable @Schema(examples = "2", description = "Invoices it may still discount; absent without an end")
        Integer usesLeft) {

    static RedemptionView of(Redemption redemption) {
        return new RedemptionView(
                redemption.id,
                CouponView.of(redemption.coupon),
                redemption.redeemedOn,
                redemption.uses,
                redemption.usesLeft);
    }
}

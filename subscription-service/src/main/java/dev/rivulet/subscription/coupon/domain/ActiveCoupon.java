package dev.rivulet.subscription.coupon.domain;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coupon that an account has redeemed and that still takes something off; either a percentage or an amount.
 *
 * @param id of the redemption
 * @param account whose charges alone it discounts; null for whatever the payer pays
 * @param plans what it is restricted to; empty when it discounts whatever is charged
 */
public record ActiveCoupon(
        UUID id,
        String code,
        @Nullable UUID account,
        @Nullable BigDecimal percent,
        @Nullable Money amount,
        Set<UUID> plans) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public ActiveCoupon {
        if ((percent == null) == (amount == null)) {
            throw new IllegalArgumentException("coupon " + code + " must be a percentage or an amount");
        }
        plans = Set.copyOf(plans);
    }

    public boolean discounts(UUID chargedAccount, @Nullable UUID planId) {
        return (account == null || account.equals(chargedAccount))
                && (plans.isEmpty() || (planId != null && plans.contains(planId)));
    }

    /** What it takes off a sum, never more than the sum. */
    public Money off(Money sum) {
        if (amount != null) {
            return amount.min(sum);
        }
        return Money.round(sum.decimal().multiply(percent), HUNDRED, sum.currency());
    }
}

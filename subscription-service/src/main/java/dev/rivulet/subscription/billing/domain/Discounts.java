package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.domain.AssembledInvoice.CouponUse;
import dev.rivulet.subscription.coupon.domain.ActiveCoupon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What coupons take off the charges of an invoice. They act one after the other in the order they were redeemed, each
 * on what the earlier ones left, spread over the lines it is for pro rata. A credit takes back the discount that its
 * charge had.
 */
final class Discounts {

    private final List<NewCharge> charges;
    private final Money[] off;
    private final List<CouponUse> uses = new ArrayList<>();
    private final Map<UUID, Credited> credited;
    private final Map<UUID, Money> givenBack = new HashMap<>();

    private Discounts(List<NewCharge> charges, Map<UUID, Credited> invoiced) {
        this.charges = charges;
        this.credited = new HashMap<>(invoiced);
        this.off = charges.stream()
                .map(charge -> Money.zero(charge.amount().currency()))
                .toArray(Money[]::new);
        for (var charge : charges) {
            if (charge.creditOf() != null) {
                givenBack.merge(charge.creditOf(), charge.amount(), Money::plus);
            }
        }
    }

    static Discounts of(List<NewCharge> charges, List<ActiveCoupon> coupons, Map<UUID, Credited> invoiced) {
        var discounts = new Discounts(charges, invoiced);
        coupons.forEach(discounts::apply);
        discounts.takeBack();
        return discounts;
    }

    Money of(int line) {
        return off[line];
    }

    List<CouponUse> uses() {
        return uses;
    }

    /** The invoiced charge that a credit gives back, if it is one. */
    @Nullable
    Credited creditedBy(NewCharge credit) {
        return credit.creditOf() == null ? null : credited.get(credit.creditOf());
    }

    private void apply(ActiveCoupon coupon) {
        var weights = new long[off.length];
        var sum = 0L;
        for (var i = 0; i < weights.length; i++) {
            var charge = charges.get(i);
            if (charge.amount().minor() > 0
                    && !isGivenBack(charge)
                    && coupon.discounts(charge.accountId(), charge.planId())) {
                weights[i] = charge.amount().minus(off[i]).minor();
                sum = Math.addExact(sum, weights[i]);
            }
        }
        if (sum == 0) {
            return;
        }
        var taken = coupon.off(new Money(sum, off[0].currency()));
        if (taken.isZero()) {
            return;
        }
        var parts = taken.allocate(weights);
        for (var i = 0; i < off.length; i++) {
            off[i] = off[i].plus(parts.get(i));
        }
        uses.add(new CouponUse(coupon.id(), coupon.code(), taken));
    }

    /** Nobody pays what the same invoice gives back whole, so that there is nothing to take off. */
    private boolean isGivenBack(NewCharge charge) {
        var back = givenBack.get(charge.id());
        return back != null && charge.amount().plus(back).isZero();
    }

    private void takeBack() {
        // A charge may be given back on the invoice that asks for it.
        var zero = Money.zero(off[0].currency());
        for (var i = 0; i < off.length; i++) {
            credited.put(
                    charges.get(i).id(),
                    new Credited(charges.get(i).amount(), off[i], List.of(), zero, zero, List.of()));
        }
        for (var i = 0; i < off.length; i++) {
            var credit = charges.get(i);
            var original = creditedBy(credit);
            if (original != null && credit.creditOf() != null && credit.amount().isNegative()) {
                off[i] = original.discountOf(credit.amount());
                credited.put(credit.creditOf(), original.after(credit.amount()));
            }
        }
    }
}

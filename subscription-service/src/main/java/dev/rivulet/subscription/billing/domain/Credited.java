package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.tax.domain.TaxRate;
import org.jspecify.annotations.Nullable;

/**
 * An invoiced charge of which something is given back: at the tax it bore, and without the discount it had.
 *
 * @param creditedAmount how much of the amount earlier credits gave back
 * @param creditedDiscount how much of the discount they took along
 */
public record Credited(
        Money amount, Money discount, @Nullable TaxRate rate, Money creditedAmount, Money creditedDiscount) {

    /**
     * The part of the discount that goes with a credit. Reckoned from all credits so far, so that the whole discount is
     * gone when the whole amount is.
     *
     * @param credit negative
     * @return not positive
     */
    Money discountOf(Money credit) {
        if (discount.isZero() || amount.minor() <= 0) {
            return Money.zero(credit.currency());
        }
        var after = creditedAmount.minus(credit);
        return creditedDiscount.minus(discount.fraction(after.minor(), amount.minor()));
    }

    Credited after(Money credit) {
        return new Credited(
                amount, discount, rate, creditedAmount.minus(credit), creditedDiscount.minus(discountOf(credit)));
    }
}

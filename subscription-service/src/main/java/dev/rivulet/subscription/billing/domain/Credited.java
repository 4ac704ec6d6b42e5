package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.tax.domain.TaxRate;
import org.jspecify.annotations.Nullable;

/**
 * An invoiced charge of which something is given back: at the tax it bore, and without the discount it had.
 *
 * @param creditedAmount how much of the amount earlier credits gave back
 * @param creditedDiscount how much of the discount they took along
 * @param creditedTax how much of the tax they gave back
 */
public record Credited(
        Money amount,
        Money discount,
        Money tax,
        @Nullable TaxRate rate,
        Money creditedAmount,
        Money creditedDiscount,
        Money creditedTax) {

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

    /**
     * The tax that goes with a credit: what its rate says, but never more than is left of the tax it bore, and all that is
     * left with the last of the amount. Each rounded for itself, credits in parts would add up to another tax.
     *
     * @param credit negative
     * @param reckoned by the rate, not positive
     */
    Money taxOf(Money credit, Money reckoned) {
        var left = tax.minus(creditedTax);
        var isLast = creditedAmount.minus(credit).compareTo(amount) >= 0;
        return isLast || reckoned.negate().compareTo(left) > 0 ? left.negate() : reckoned;
    }

    /** After one more credit, which takes its part of the discount along. */
    Credited after(Money credit) {
        return after(credit, Money.zero(credit.currency()));
    }

    /** The same, with the tax it gives back. */
    Credited after(Money credit, Money creditTax) {
        return new Credited(
                amount,
                discount,
                tax,
                rate,
                creditedAmount.minus(credit),
                creditedDiscount.minus(discountOf(credit)),
                creditedTax.minus(creditTax));
    }
}

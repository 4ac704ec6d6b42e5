package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.tax.domain.TaxRate;
import java.util.ArrayList;
import java.util.List;

/**
 * An invoiced charge of which something is given back: at the taxes it bore, and without the discount it had.
 *
 * @param creditedAmount how much of the amount earlier credits gave back
 * @param creditedDiscount how much of the discount they took along
 * @param creditedTaxes how much of the taxes they gave back, positive
 */
public record Credited(
        Money amount,
        Money discount,
        List<LineTax> taxes,
        Money creditedAmount,
        Money creditedDiscount,
        List<LineTax> creditedTaxes) {

    public Credited {
        taxes = List.copyOf(taxes);
        creditedTaxes = List.copyOf(creditedTaxes);
    }

    List<TaxRate> rates() {
        return taxes.stream().map(LineTax::rate).toList();
    }

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
     * The taxes that go with a credit: what each rate says, but never more than is left of the tax it bore, and all that is
     * left with the last of the amount. Each rounded for itself, credits in parts would add up to another tax.
     *
     * @param credit negative
     * @param reckoned by its rates, not positive
     */
    List<LineTax> taxesOf(Money credit, List<LineTax> reckoned) {
        return taxes.stream()
                .map(tax -> new LineTax(tax.rate(), taxOf(credit, tax, sum(reckoned, tax.rate()))))
                .toList();
    }

    private Money taxOf(Money credit, LineTax tax, Money reckoned) {
        var left = tax.amount().minus(sum(creditedTaxes, tax.rate()));
        var isLast = creditedAmount.minus(credit).compareTo(amount) >= 0;
        return isLast || reckoned.negate().compareTo(left) > 0 ? left.negate() : reckoned;
    }

    private Money sum(List<LineTax> some, TaxRate rate) {
        var ofRate = some.stream()
                .filter(tax -> tax.rate().code().equals(rate.code()))
                .toList();
        return LineTax.sum(ofRate, amount.currency());
    }

    /** After one more credit, which takes its part of the discount along. */
    Credited after(Money credit) {
        return after(credit, List.of());
    }

    /** The same, with the taxes it gives back. */
    Credited after(Money credit, List<LineTax> creditTaxes) {
        var given = new ArrayList<>(creditedTaxes);
        creditTaxes.forEach(tax -> given.add(tax.negate()));
        return new Credited(
                amount,
                discount,
                taxes,
                creditedAmount.minus(credit),
                creditedDiscount.minus(discountOf(credit)),
                given);
    }
}

package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.tax.domain.TaxRate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What all lines of a document owe by one rate.
 *
 * @param base what it is owed on: without tax, after the discount
 */
public record TaxTotal(TaxRate rate, Money base, Money amount) {

    /** A line of a document as far as it is taxed. */
    public interface Taxed {

        /** Without tax, after the discount. */
        Money taxBase();

        List<LineTax> taxes();
    }

    /** In the order in which lines name the rates. */
    public static List<TaxTotal> of(List<? extends Taxed> lines) {
        var totals = new LinkedHashMap<TaxRate, TaxTotal>();
        for (var line : lines) {
            for (var tax : line.taxes()) {
                totals.merge(tax.rate(), new TaxTotal(tax.rate(), line.taxBase(), tax.amount()), TaxTotal::plus);
            }
        }
        return new ArrayList<>(totals.values());
    }

    /** As a document shows it that gives back. */
    public TaxTotal negate() {
        return new TaxTotal(rate, base.negate(), amount.negate());
    }

    private TaxTotal plus(TaxTotal other) {
        return new TaxTotal(rate, base.plus(other.base), amount.plus(other.amount));
    }
}

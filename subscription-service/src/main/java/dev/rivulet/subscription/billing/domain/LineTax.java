package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.tax.domain.TaxRate;
import java.util.Currency;
import java.util.List;

/** What a line owes by one rate: added to its amount, or contained in it where the rate is inclusive. */
public record LineTax(TaxRate rate, Money amount) {

    /** What gives it back. */
    public LineTax negate() {
        return new LineTax(rate, amount.negate());
    }

    /** Whether the amount of the line that owes them contains them: all, or none. */
    public static boolean areContained(List<LineTax> taxes) {
        return taxes.stream().anyMatch(tax -> tax.rate().inclusive());
    }

    public static Money sum(List<LineTax> taxes, Currency currency) {
        return taxes.stream().map(LineTax::amount).reduce(Money.zero(currency), Money::plus);
    }
}

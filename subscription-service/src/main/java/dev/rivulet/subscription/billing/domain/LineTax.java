package dev.rivulet.subscription.billing.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.tax.domain.TaxRate;
import java.util.Currency;
import java.util.List;

/** What a line owes by one rate: added to its amount, or contained in it where the rate is inclusive. */
public record LineTax(TaxRate rate, Money amount) {

    public static Money sum(List<LineTax> taxes, Currency currency) {
        return taxes.stream().map(LineTax::amount).reduce(Money.zero(currency), Money::plus);
    }
}

package dev.rivulet.subscription.tax.domain;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;

/**
 * A rate of tax as it holds on some day.
 *
 * @param inclusive whether prices contain it already
 */
public record TaxRate(String code, BigDecimal percent, boolean inclusive) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public TaxRate {
        if (percent.signum() < 0) {
            throw new IllegalArgumentException("negative tax rate: " + percent);
        }
        // 20 and 20.00 are one rate, whoever wrote it.
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
    }

    /** The tax on an amount, or the tax within it; rounded once. */
    public Money on(Money base) {
        return Money.round(
                base.decimal().multiply(percent), inclusive ? HUNDRED.add(percent) : HUNDRED, base.currency());
    }
}

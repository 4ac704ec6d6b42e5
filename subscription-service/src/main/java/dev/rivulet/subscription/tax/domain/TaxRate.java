package dev.rivulet.subscription.tax.domain;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A rate of tax as it holds on some day.
 *
 * @param name as invoices show it
 * @param inclusive whether prices contain it already
 */
public record TaxRate(String code, String name, BigDecimal percent, boolean inclusive) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public TaxRate {
        if (percent.signum() < 0) {
            throw new IllegalArgumentException("negative tax rate: " + percent);
        }
        // 20 and 20.00 are one rate, whoever wrote it.
        var plain = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        percent = plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
    }

    /** One that is shown as its code. */
    public TaxRate(String code, BigDecimal percent, boolean inclusive) {
        this(code, code, percent, inclusive);
    }

    /** How many percent of an amount without tax a price contains that is taxed by these rates together. */
    public static BigDecimal contained(List<TaxRate> together) {
        return together.stream()
                .filter(TaxRate::inclusive)
                .map(TaxRate::percent)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The tax on an amount, or the tax within it; rounded once. Each of several is on the amount without any of them.
     *
     * @param contained what the amount contains of all taxes, in percent
     */
    public Money on(Money base, BigDecimal contained) {
        return Money.round(base.decimal().multiply(percent), HUNDRED.add(contained), base.currency());
    }
}

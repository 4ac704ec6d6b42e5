package dev.rivulet.success.metric.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.metric.domain.Result.Reason;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** What a customer pays, and is worth: amounts in major units with the currency's decimals, HALF_UP. */
public final class CustomerValue {

    /** z² of a 95 % interval: Wilson's upper end of 0 of n is z² / (n + z²). */
    private static final BigDecimal Z2 = new BigDecimal("3.841459");

    private CustomerValue() {}

    /** ARPA: revenue / customers when the month ended. */
    public static Result perAccount(Month month, Currency currency) {
        return month.endCustomers() == 0
                ? Result.none(Reason.NO_CUSTOMERS)
                : Result.of(Money.round(
                                new Money(month.end(), currency).decimal(),
                                BigDecimal.valueOf(month.endCustomers()),
                                currency)
                        .decimal());
    }

    /**
     * LTV simple: ARPA × margin / churn; multiplied first, divided and rounded once.
     *
     * @param before the {@link MetricPolicy#TRAILING} months before its last one
     * @param months how many it is of: what is paid is paid by the month, and losses of more are of as many
     */
    public static Result lifetime(
            MetricPolicy policy,
            Month month,
            List<Month> before,
            int months,
            BigDecimal grossMargin,
            Currency currency) {
        var gone = policy.gone(month, before, months);
        if (month.endCustomers() == 0) {
            return Result.none(Reason.NO_CUSTOMERS);
        }
        if (gone.whole().signum() == 0) {
            return Result.none(Reason.NO_START);
        }
        var worth = new Money(month.end(), currency).decimal().multiply(policy.margin(grossMargin));
        var customers = BigDecimal.valueOf(month.endCustomers());
        if (gone.part().signum() > 0) {
            return rounded(worth.multiply(gone.whole()), customers.multiply(gone.part()), currency);
        }
        return switch (policy) {
            case RIVULET -> {
                var span = BigDecimal.valueOf(months);
                var those = policy.lost(month).whole();
                var bound = Money.round(worth.multiply(span).multiply(Z2.add(those)), customers.multiply(Z2), currency);
                yield Result.atLeast(bound.decimal(), Reason.NO_CHURN);
            }
            case STRIPE -> rounded(worth, customers.multiply(MetricPolicy.STRIPE_ASSUMES), currency);
            case CHARTMOGUL -> Result.of(Money.zero(currency).decimal());
            case PROFITWELL, BAREMETRICS -> Result.none(Reason.NO_CHURN);
        };
    }

    private static Result rounded(BigDecimal numerator, BigDecimal denominator, Currency currency) {
        return Result.of(Money.round(numerator, denominator, currency).decimal());
    }
}

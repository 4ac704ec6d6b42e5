package dev.rivulet.success.metric.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.metric.domain.Result.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;

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

    /** LTV simple: ARPA × margin / churn. */
    public static Result lifetime(MetricPolicy policy, Month month, BigDecimal grossMargin, Currency currency) {
        var base = policy.churnBase(month);
        if (month.endCustomers() == 0) {
            return Result.none(Reason.NO_CUSTOMERS);
        }
        if (base == 0) {
            return Result.none(Reason.NO_START);
        }
        var arpa = new Money(month.end(), currency)
                .decimal()
                .divide(BigDecimal.valueOf(month.endCustomers()), MathContext.DECIMAL64);
        var churn = BigDecimal.valueOf(month.lostCustomers()).divide(BigDecimal.valueOf(base), MathContext.DECIMAL64);
        return lifetime(policy, arpa, churn, base, grossMargin, currency);
    }

    /**
     * Of these figures.
     *
     * @param churn share of the customers that go in a month
     * @param customers the churn was measured on
     */
    static Result lifetime(
            MetricPolicy policy,
            BigDecimal arpa,
            BigDecimal churn,
            long customers,
            BigDecimal grossMargin,
            Currency currency) {
        var worth = arpa.multiply(policy.margin(grossMargin));
        if (churn.signum() > 0) {
            return Result.of(Money.round(worth, churn, currency).decimal());
        }
        return switch (policy) {
            case RIVULET -> {
                var bound = Money.round(worth.multiply(Z2.add(BigDecimal.valueOf(customers))), Z2, currency);
                yield Result.atLeast(bound.decimal(), Reason.NO_CHURN);
            }
            case STRIPE ->
                Result.of(Money.round(worth, MetricPolicy.STRIPE_ASSUMES, currency)
                        .decimal());
            case CHARTMOGUL -> Result.of(Money.zero(currency).decimal());
            case PROFITWELL -> Result.none(Reason.NO_CHURN);
        };
    }
}

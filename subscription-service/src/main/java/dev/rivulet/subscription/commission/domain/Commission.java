package dev.rivulet.subscription.commission.domain;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A share of a net amount, with its arithmetic.
 *
 * @param base net of discounts and tax
 * @param unrounded base times percent by a hundred, exactly
 * @param earnsUntil first day on which a period that begins earns nothing any more; null without an end
 */
public record Commission(
        Money base,
        BigDecimal percent,
        BigDecimal unrounded,
        Money amount,
        @Nullable LocalDate earnsUntil) {

    /** Empty when the rule gives nothing for the period any more, or the share is less than half a cent. */
    public static Optional<Commission> of(Rule rule, Money base, LocalDate periodStart, LocalDate startedOn) {
        var until = switch (rule.recurrence()) {
            case FIRST_YEAR -> startedOn.plusYears(1);
            case RECURRING -> null;
        };
        if (until != null && !periodStart.isBefore(until)) {
            return Optional.empty();
        }
        var amount = share(base, rule.percent());
        return amount.isZero()
                ? Optional.empty()
                : Optional.of(new Commission(
                        base,
                        rule.percent(),
                        base.decimal().multiply(rule.percent()).movePointLeft(2).stripTrailingZeros(),
                        amount,
                        until));
    }

    /** The share, rounded once, HALF_UP to the currency's minor unit. */
    public static Money share(Money base, BigDecimal percent) {
        return Money.round(base.decimal().multiply(percent), BigDecimal.valueOf(100), base.currency());
    }

    /**
     * What is taken back when part of the base is given back: the difference to the share of what remains, so that
     * however often and in whatever parts, a base given back whole takes back exactly what was earned.
     *
     * @param base what the share was of at first
     * @param standing the share as it stands, earlier reversals taken off
     * @param givenBack of the base so far, this time included; no more than all of it counts
     */
    public static Money reversal(Money base, BigDecimal percent, Money standing, Money givenBack) {
        var remaining = base.minus(givenBack);
        // More than was paid cannot be given back; a credit's base is negative, and so is what is given back of it.
        var capped = remaining.isNegative() == base.isNegative() ? remaining : Money.zero(base.currency());
        return share(capped, percent).minus(standing);
    }
}

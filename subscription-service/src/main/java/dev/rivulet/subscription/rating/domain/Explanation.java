package dev.rivulet.subscription.rating.domain;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an amount came about, so that anybody can reckon it again:
 * {@code round_half_up(Σ steps × factor × days / periodDays) − already}.
 *
 * @param reason of the charge; with {@code begins} and {@code ends} it says which sentence tells the story
 * @param steps of the price for the quantity, unrounded; those of a minimum are the minimum
 * @param days charged for, of {@code periodDays}; 1 of 1 when days do not matter
 * @param already in other charges, taken off
 * @param exact the amount before it was rounded and before {@code already}, to eight places, for readers only
 * @param decimals rounded to
 */
public record Explanation(
        Reason reason,
        @Nullable PlanRef plan,
        BigDecimal quantity,
        long events,
        List<Step> steps,
        BigDecimal factor,
        int days,
        int periodDays,
        Money already,
        BigDecimal exact,
        int decimals,
        @Nullable Edge begins,
        @Nullable Edge ends) {

    public Explanation {
        steps = List.copyOf(steps);
    }

    static Explanation of(
            Reason reason,
            @Nullable PlanRef plan,
            Reading reading,
            List<Step> steps,
            BigDecimal factor,
            int days,
            int periodDays,
            Money already,
            @Nullable Edge begins,
            @Nullable Edge ends) {
        var exact = Step.total(steps)
                .multiply(factor)
                .multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(periodDays), 8, RoundingMode.HALF_UP);
        return new Explanation(
                reason,
                plan,
                reading.quantity(),
                reading.events(),
                steps,
                factor,
                days,
                periodDays,
                already,
                exact,
                already.currency().getDefaultFractionDigits(),
                begins,
                ends);
    }

    Explanation takingOff(Money other) {
        return new Explanation(
                reason, plan, quantity, events, steps, factor, days, periodDays, other, exact, decimals, begins, ends);
    }

    /** The amount, reckoned again from what is written here. */
    public Money replay() {
        return Money.round(
                        fullAmount().multiply(BigDecimal.valueOf(days)),
                        BigDecimal.valueOf(periodDays),
                        already.currency())
                .minus(already);
    }

    /** The price of a full period, unrounded. */
    BigDecimal fullAmount() {
        return Step.total(steps).multiply(factor);
    }
}

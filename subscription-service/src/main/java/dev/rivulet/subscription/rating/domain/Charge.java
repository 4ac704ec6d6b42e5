package dev.rivulet.subscription.rating.domain;

import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What days of a component cost; negative when it is given back.
 *
 * @param used the days charged for, of {@code full}
 * @param days charged for, of {@code periodDays}; 1 of 1 when days do not matter
 * @param fullAmount the price of the full period, in major units, unrounded
 */
public record Charge(
        String component,
        Reason reason,
        Period used,
        Period full,
        int days,
        int periodDays,
        BigDecimal quantity,
        BigDecimal fullAmount,
        Money amount,
        LocalDate dueOn,
        @Nullable PlanRef plan,
        String description,
        Explanation explanation) {

    /** The same for another amount: the explanation takes off what it differs by. */
    public Charge amounting(Money other) {
        var why = explanation.takingOff(explanation.already().plus(amount.minus(other)));
        return new Charge(
                component,
                reason,
                used,
                full,
                days,
                periodDays,
                quantity,
                fullAmount,
                why.replay(),
                dueOn,
                plan,
                description,
                why);
    }

    /** A charge whose amount is what its explanation says. */
    static Charge explained(
            String component,
            String description,
            Reason reason,
            Period used,
            Period full,
            LocalDate dueOn,
            Explanation why) {
        var isByDays = why.periodDays() == full.days();
        return new Charge(
                component,
                reason,
                used,
                full,
                isByDays ? used.days() : 1,
                isByDays ? full.days() : 1,
                why.quantity(),
                why.fullAmount(),
                why.replay(),
                dueOn,
                why.plan(),
                description,
                why);
    }
}

package dev.rivulet.kit.price;

import java.math.BigDecimal;
import java.util.List;

/**
 * One step of a price's arithmetic: {@code quantity × unitPrice + flatFee = amount}, in major units, unrounded.
 *
 * @param tier counted from 1; a price without tiers has one or two steps, and what a maximum takes
 *     off is a step of its own, which is negative
 */
public record Step(int tier, BigDecimal quantity, BigDecimal unitPrice, BigDecimal flatFee, BigDecimal amount) {

    static Step of(int tier, BigDecimal quantity, BigDecimal unitPrice, BigDecimal flatFee) {
        return new Step(
                tier, quantity, unitPrice, flatFee, quantity.multiply(unitPrice).add(flatFee));
    }

    static Step of(int tier, BigDecimal quantity, BigDecimal unitPrice) {
        return of(tier, quantity, unitPrice, BigDecimal.ZERO);
    }

    /** What the steps come to. */
    public static BigDecimal total(List<Step> steps) {
        var total = BigDecimal.ZERO;
        for (var step : steps) {
            total = total.add(step.amount());
        }
        return total;
    }
}

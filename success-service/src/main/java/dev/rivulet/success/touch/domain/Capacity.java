package dev.rivulet.success.touch.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The hours a manager has for customers in a quarter, and what a customer takes of them.
 *
 * @param utilisation the share of the hours that is work, 0 to 1
 * @param adminShare the share of the work that customers never see, 0 to below 1
 * @param highTouches a quarter, for a customer in high touch
 * @param lowTouches a quarter, for a customer in low touch
 */
public record Capacity(
        BigDecimal hoursPerWeek,
        int weeks,
        BigDecimal utilisation,
        BigDecimal adminShare,
        BigDecimal highTouches,
        BigDecimal lowTouches,
        BigDecimal hoursPerTouch) {

    /** 40 hours, 13 weeks, three quarters of it work, 15 % of that administration; two touches of eight hours, or one. */
    public static final Capacity USUAL = new Capacity(
            BigDecimal.valueOf(40),
            13,
            new BigDecimal("0.75"),
            new BigDecimal("0.15"),
            BigDecimal.TWO,
            BigDecimal.ONE,
            BigDecimal.valueOf(8));

    /** Two decimals, and never more than there are. */
    public BigDecimal productiveHours() {
        return exactHours().setScale(2, RoundingMode.DOWN);
    }

    private BigDecimal exactHours() {
        return hoursPerWeek
                .multiply(BigDecimal.valueOf(weeks))
                .multiply(utilisation)
                .multiply(BigDecimal.ONE.subtract(adminShare));
    }

    /** What a customer in this model takes, two decimals. */
    public BigDecimal hoursFor(TouchModel model) {
        return exactHoursFor(model).setScale(2, RoundingMode.HALF_UP);
    }

    private BigDecimal exactHoursFor(TouchModel model) {
        return switch (model) {
            case TECH -> BigDecimal.ZERO;
            case LOW -> lowTouches.multiply(hoursPerTouch);
            case HIGH -> highTouches.multiply(hoursPerTouch);
        };
    }

    /** How many customers in this model fit into the hours; 0 for a model that takes none. */
    public int accounts(TouchModel model) {
        var each = exactHoursFor(model);
        return each.signum() == 0
                ? 0
                : exactHours().divide(each, 0, RoundingMode.DOWN).intValueExact();
    }
}

package dev.rivulet.success.usage;

import java.math.BigDecimal;

/** How much, in how many events. */
record UsageSum(BigDecimal quantity, long events) {

    UsageSum plus(UsageSum other) {
        return new UsageSum(quantity.add(other.quantity), events + other.events);
    }

    /** A quantity as it is shown. */
    static String text(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }
}

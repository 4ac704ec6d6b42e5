package dev.rivulet.success.usage;

import java.math.BigDecimal;

/** How much, in how many events. */
record UsageSum(BigDecimal quantity, long events) {

    UsageSum plus(UsageSum other) {
        return new UsageSum(quantity.add(other.quantity), events + other.events);
    }
}

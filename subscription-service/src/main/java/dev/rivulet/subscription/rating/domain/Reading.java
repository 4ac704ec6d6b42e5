package dev.rivulet.subscription.rating.domain;

import java.math.BigDecimal;

/** What was used, and by how many events. */
public record Reading(BigDecimal quantity, long events) {

    public static final Reading NONE = new Reading(BigDecimal.ZERO, 0);

    boolean isNothing() {
        return quantity.signum() == 0 && events == 0;
    }
}

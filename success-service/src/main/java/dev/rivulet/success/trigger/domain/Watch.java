package dev.rivulet.success.trigger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands with a customer.
 *
 * @param firedValue what it last fired at; null for what has no value
 * @param firedOn when it last fired, local to the customer; null when it never has
 */
public record Watch(
        State state,
        @Nullable BigDecimal firedValue,
        @Nullable LocalDate firedOn) {

    /** What it waits for. */
    public enum State {
        /** For something bad. */
        ARMED,
        /** For the value to recover. */
        FIRED,
        /** For the cooldown to pass: the value has recovered. */
        COOLING
    }

    public static final Watch NEW = new Watch(State.ARMED, null, null);

    Watch in(State next) {
        return new Watch(next, firedValue, firedOn);
    }

    boolean cooled(LocalDate today, int cooldownDays) {
        return firedOn == null || !today.isBefore(firedOn.plusDays(cooldownDays));
    }
}

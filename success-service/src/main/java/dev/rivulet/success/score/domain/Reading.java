package dev.rivulet.success.score.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source tells of a customer.
 *
 * @param value in the unit of its {@link Component}
 * @param observedAt when it was observed, from which it ages; null for what is true of the day itself
 */
public record Reading(BigDecimal value, @Nullable Instant observedAt) {

    /** True of today, like an unpaid invoice; it does not age. */
    public static Reading ofToday(BigDecimal value) {
        return new Reading(value, null);
    }
}

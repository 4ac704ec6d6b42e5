package dev.rivulet.subscription.offer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a plan means for those who subscribed to an older one.
 *
 * @param from of FROM; local to each account
 */
public record Rollout(Policy policy, @Nullable LocalDate from) {

    static final Rollout NEW_ONLY = new Rollout(Policy.NEW_ONLY, null);

    /** When they come to it. */
    public enum Policy {
        /** Never. */
        NEW_ONLY,
        /** With their next period. */
        AT_RENEWAL,
        /** With the first period that begins on a day or later. */
        FROM
    }
}

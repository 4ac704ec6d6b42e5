package dev.rivulet.subscription.webhook.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a delivery that failed is tried again: after 5 s, then three times as long each time up to 8 hours, a fifth more
 * or less by chance so that the deliveries of an outage do not come back all at once. The last try is 3 days after the
 * first.
 */
public final class RetrySchedule {

    /** For how long a delivery is tried. */
    public static final Duration PATIENCE = Duration.ofDays(3);

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(8);
    private static final int FACTOR = 3;

    private RetrySchedule() {}

    /**
     * The next try, or empty when it is over.
     *
     * @param failures so far, at least one
     * @param first when it was first tried
     * @param failed when the last try was made
     * @param chance from 0 to 1000
     */
    public static Optional<Instant> next(int failures, Instant first, Instant failed, int chance) {
        var end = first.plus(PATIENCE);
        if (!failed.isBefore(end)) {
            return Optional.empty();
        }
        var next =
                failed.plus(pause(failures).multipliedBy(800 + chance * 2L / 5).dividedBy(1000));
        return Optional.of(next.isBefore(end) ? next : end);
    }

    private static Duration pause(int failures) {
        var pause = SHORTEST;
        for (var i = 1; i < failures && pause.compareTo(LONGEST) < 0; i++) {
            pause = pause.multipliedBy(FACTOR);
        }
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}

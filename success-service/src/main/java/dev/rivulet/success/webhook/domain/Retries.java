package dev.rivulet.success.webhook.domain;

import java.time.Duration;
import java.util.Optional;

/** How long to wait after a delivery that failed: 5 s, then three times as long each time, up to 8 hours. */
public final class Retries {

    /** The last one, about 29 hours after the first. */
    public static final int MOST = 12;

    private static final Duration LONGEST = Duration.ofHours(8);

    private Retries() {}

    /** Empty when it is over. */
    public static Optional<Duration> after(int attempts) {
        if (attempts >= MOST) {
            return Optional.empty();
        }
        var pause = Duration.ofSeconds(5);
        for (var i = 1; i < attempts && pause.compareTo(LONGEST) < 0; i++) {
            pause = pause.multipliedBy(3);
        }
        return Optional.of(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }
}

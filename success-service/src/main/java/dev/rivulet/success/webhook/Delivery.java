package dev.rivulet.success.webhook;

import dev.rivulet.success.webhook.domain.Retries;
import java.time.Duration;
import java.util.Optional;

/** How handing something over went. */
public sealed interface Delivery {

    /** It is out. */
    record Done() implements Delivery {}

    /**
     * It is not.
     *
     * @param reason a code
     * @param forEver trying again makes no sense
     */
    record Failed(String reason, boolean forEver) implements Delivery {

        /** How long to wait before it is tried again, after so many attempts; empty when it is over. */
        public Optional<Duration> pause(int attempts) {
            return forEver ? Optional.empty() : Retries.after(attempts);
        }
    }
}

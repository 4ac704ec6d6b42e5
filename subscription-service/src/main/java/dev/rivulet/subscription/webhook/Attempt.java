package dev.rivulet.subscription.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a delivery, and what came of it.
 *
 * @param answer the beginning of the answer's body
 */
record Attempt(
        Instant at,
        Cause cause,
        Outcome outcome,
        @Nullable Integer statusCode,
        int latencyMillis,
        @Nullable String answer) {

    /** Who wanted it. */
    enum Cause {
        SCHEDULE,
        RESEND,
        PING
    }

    /** What came of it. */
    enum Outcome {
        /** 2xx. */
        DELIVERED,
        /** Another status. */
        REFUSED,
        /** 3xx: where a webhook goes is not for the receiver's server to say. */
        REDIRECTED,
        /** No whole answer within 10 seconds. */
        TIMED_OUT,
        /** No connection, or one that broke off. */
        UNREACHABLE,
        /** The certificate is not one to trust for this name. */
        UNTRUSTED,
        /** The host's name is not known. */
        NAME_UNKNOWN,
        /** The host has an address that webhooks are not sent to. */
        ADDRESS_REFUSED
    }

    private static final int GONE = 410;

    boolean delivered() {
        return outcome == Outcome.DELIVERED;
    }

    /** The receiver says that it wants no more. */
    boolean gone() {
        return statusCode != null && statusCode == GONE;
    }
}

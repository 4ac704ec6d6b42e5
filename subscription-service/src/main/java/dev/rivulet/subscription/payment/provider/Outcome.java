package dev.rivulet.subscription.payment.provider;

import org.jspecify.annotations.Nullable;

/** What a provider says became of a charge or a refund. */
public sealed interface Outcome {

    /**
     * Done.
     *
     * @param providerId the provider's name for it
     */
    record Succeeded(String providerId) implements Outcome {}

    /** Refused, and nothing has moved. */
    record Failed(@Nullable String providerId, String code) implements Outcome {}

    /** No answer, or none yet: it may have happened. */
    record Unknown(@Nullable String providerId) implements Outcome {}
}

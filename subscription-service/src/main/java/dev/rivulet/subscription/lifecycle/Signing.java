package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.idempotency.Claim;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Answer;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A request to sign a subscription, on its way with others. */
final class Signing {

    private final SubscriptionRequest request;
    private final Optional<Claim> claim;

    @Nullable
    private SubscriptionView signed;

    @Nullable
    private RestResponse<?> replayed;

    @Nullable
    private RuntimeException refused;

    private boolean alone;

    /** @param claim the key it came with */
    Signing(SubscriptionRequest request, Optional<Claim> claim) {
        this.request = request;
        this.claim = claim;
    }

    SubscriptionRequest request() {
        return request;
    }

    Optional<Claim> claim() {
        return claim;
    }

    /** Takes a step of it; null where the request is refused, which concerns no other. */
    <T> @Nullable T attempt(Supplier<T> step) {
        try {
            return step.get();
        } catch (Rejected e) {
            refused = e;
            return null;
        }
    }

    void signed(SubscriptionView subscription) {
        signed = subscription;
    }

    void replayed(RestResponse<?> before) {
        replayed = before;
    }

    void failed(RuntimeException why) {
        refused = why;
    }

    /** Others are not to wait for it. */
    void leave() {
        alone = true;
    }

    /** Nothing has come of it after all. */
    void reset() {
        signed = null;
        replayed = null;
        refused = null;
    }

    boolean isAlone() {
        return alone;
    }

    boolean isSigned() {
        return signed != null;
    }

    boolean isAnswered() {
        return signed != null || replayed != null || refused != null;
    }

    RestResponse<?> answer() {
        if (replayed != null) {
            return replayed;
        }
        var subscription = subscription();
        return Answer.created(subscription, "/subscriptions/" + subscription.id(), subscription.version());
    }

    SubscriptionView subscription() {
        if (refused != null) {
            throw refused;
        }
        return Objects.requireNonNull(signed);
    }
}

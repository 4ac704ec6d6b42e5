package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.rest.Answer;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Takes a decision on a subscription, or rehearses it; each names the version it was made on. */
@Singleton
class Deciding {

    private final Previewing previewing;

    Deciding(Previewing previewing) {
        this.previewing = previewing;
    }

    RestResponse<?> answer(@Nullable Boolean dryRun, Supplier<SubscriptionView> decision) {
        if (Boolean.TRUE.equals(dryRun)) {
            return RestResponse.ok(previewing.of(decision));
        }
        var subscription = decision.get();
        return Answer.ok(subscription, subscription.version());
    }
}

package dev.rivulet.success.journey;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.webhook.Webhooks;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What steps have to tell other systems. */
@Singleton
class StepCalls {

    private final Webhooks webhooks;

    StepCalls(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** 422 {@code endpoint-unknown}. */
    void check(JourneyDefinition definition) {
        var steps = definition.steps();
        for (var i = 0; i < steps.size(); i++) {
            var endpoint = steps.get(i).endpoint();
            if (endpoint != null && !webhooks.knows(endpoint)) {
                throw Rejected.unprocessable("endpoint-unknown", "/definition/steps/" + i + "/endpoint", endpoint);
            }
        }
    }

    /** The call; null where the endpoint is gone. */
    @Nullable
    UUID tell(Enrolment enrolment, Journey journey, StepSpec spec, Instant due, Instant now) {
        return webhooks.tell(
                        Objects.requireNonNull(spec.endpoint()),
                        enrolment.accountId,
                        "journey:%s:%s".formatted(enrolment.id, spec.key()),
                        StepReached.of(enrolment, journey, spec, due, now))
                .orElse(null);
    }
}

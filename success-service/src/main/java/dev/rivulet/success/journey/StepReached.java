package dev.rivulet.success.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another system is told: who has come to which step, by ids alone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepReached(
        String type,
        UUID enrolmentId,
        UUID journeyId,
        String journeyKey,
        int edition,
        String step,
        @Nullable UUID accountId,
        @Nullable UUID dealId,
        Instant dueAt,
        Instant takenAt) {

    static StepReached of(Enrolment enrolment, Journey journey, StepSpec spec, Instant due, Instant now) {
        return new StepReached(
                "journey.step",
                enrolment.id,
                journey.id,
                journey.key,
                journey.edition,
                spec.key(),
                enrolment.accountId,
                enrolment.dealId,
                due,
                now);
    }
}

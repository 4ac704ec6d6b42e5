package dev.rivulet.success.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.success.journey.domain.Move.Outcome;
import dev.rivulet.success.journey.domain.Step.Happening;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a customer has come on a journey. */
@Schema(name = "JourneyEnrolment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnrolmentView(
        UUID id,
        UUID journeyId,
        @Schema(examples = "two-months") String journeyKey,
        @Schema(examples = "1") int edition,

        @Schema(description = "Absent for a prospect") @Nullable
        UUID accountId,

        @Schema(description = "The deal it began with") @Nullable
        UUID dealId,

        EnrolmentStatus status,

        @Schema(
                examples = "kickoff",
                description =
                        "Key of the step to be taken next, also in tech touch after graduating; absent at the end")
        @Nullable
        String nextStep,

        @Schema(description = "When; absent while it waits for something to happen") @Nullable
        Instant dueAt,

        @Schema(description = "What it waits for") @Nullable Happening waitsFor,

        @Schema(examples = "0", description = "How often a review extended it")
        int extensions,

        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Outcome outcome,

        @Schema(description = "The steps taken, in their order; absent in lists") @Nullable
        List<StepLog.Entry> taken) {

    static EnrolmentView of(Enrolment enrolment, Journey journey, @Nullable List<StepLog.Entry> taken) {
        var steps = journey.definition.steps();
        var over = enrolment.isOver() || enrolment.step >= steps.size();
        return new EnrolmentView(
                enrolment.id,
                journey.id,
                journey.key,
                journey.edition,
                enrolment.accountId,
                enrolment.dealId,
                enrolment.status,
                over ? null : steps.get(enrolment.step).key(),
                enrolment.dueAt,
                enrolment.waitsFor,
                enrolment.extensions,
                enrolment.startedAt,
                enrolment.endedAt,
                enrolment.outcome,
                taken);
    }
}

package dev.rivulet.success.value;

import dev.rivulet.success.value.domain.PromiseStatus;
import dev.rivulet.success.value.domain.PromiseStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step a promise took. */
@Schema(name = "PromiseStepTaken")
record StepView(
        UUID id,
        PromiseStep step,
        PromiseStatus statusBefore,
        PromiseStatus statusAfter,

        @Schema(nullable = true, examples = "71.5", description = "What was measured, confirmed or disputed") @Nullable
        String measured,

        @Schema(nullable = true, examples = "2025-05-01", description = "Of an extension") @Nullable
        LocalDate dueBefore,

        @Schema(nullable = true, examples = "2025-06-01", description = "Of an extension") @Nullable
        LocalDate dueAfter,

        @Schema(nullable = true, examples = "Anna Petrova, head of HR", description = "Who, on the customer's side")
        @Nullable
        String takenBy,

        @Schema(nullable = true, examples = "The second assessment is in May") @Nullable
        String reason,

        Instant takenAt) {

    static StepView of(TakenStep taken) {
        return new StepView(
                taken.id,
                taken.step,
                taken.statusBefore,
                taken.statusAfter,
                taken.measured == null ? null : PromiseView.plain(taken.measured),
                taken.dueBefore,
                taken.dueAfter,
                taken.takenBy,
                taken.reason,
                taken.takenAt);
    }
}

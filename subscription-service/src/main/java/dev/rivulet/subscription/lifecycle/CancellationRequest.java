package dev.rivulet.subscription.lifecycle;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When a subscription is to end, and what becomes of days paid for in advance.
 *
 * @param on of DATE
 * @param credit PRORATED if absent
 * @param cancellationDayBilled false if absent
 */
@Schema(name = "CancellationRequest", examples = """
        {"effective": "END_OF_PERIOD"}""")
public record CancellationRequest(
        @NotNull
        @Schema(
                examples = "END_OF_PERIOD",
                description = "NOW: today; END_OF_PERIOD: with the period that has begun; START_OF_PERIOD: as of its"
                        + " beginning; DATE: on the day `on`")
        Effective effective,

        @Nullable
        @Schema(examples = "2026-03-15", description = "Of DATE: the first day not covered, in the account's zone")
        LocalDate on,

        @Nullable
        @Schema(
                examples = "PRORATED",
                description = "What is given back of a period charged in advance: PRORATED: the days not used; NONE;"
                        + " FULL: all that the period that has begun was charged with. What is charged in arrears, as"
                        + " usage, is charged whatever is given back")
        Credit credit,

        @Nullable
        @Schema(
                examples = "false",
                description = "Of NOW and DATE: whether the day of the cancellation itself is still charged")
        Boolean cancellationDayBilled) {

    /** When a cancellation takes effect. */
    @Schema(name = "CancellationEffective")
    public enum Effective {
        NOW,
        END_OF_PERIOD,
        START_OF_PERIOD,
        DATE
    }

    /** What is given back. */
    @Schema(name = "CancellationCredit")
    public enum Credit {
        PRORATED,
        NONE,
        FULL
    }
}

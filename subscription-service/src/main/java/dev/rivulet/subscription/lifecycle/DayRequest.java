package dev.rivulet.subscription.lifecycle;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The day a decision takes effect.
 *
 * @param on today in the account's zone if absent
 */
@Schema(name = "EffectiveDay", examples = """
        {"on": "2026-05-15"}""")
public record DayRequest(
        @Nullable @Schema(examples = "2026-03-15", description = "In the account's zone; today if absent")
        LocalDate on) {

    /** What an absent body means. */
    static DayRequest orToday(@Nullable DayRequest request) {
        return request == null ? new DayRequest(null) : request;
    }
}

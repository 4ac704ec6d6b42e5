package dev.rivulet.subscription.lifecycle;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many seats a subscription has.
 *
 * @param when absent: more at once, fewer with the end of the period
 * @param on of DATE
 * @param prorate true if absent
 */
@Schema(name = "SeatChangeRequest", examples = """
        {"seats": 30, "when": "NOW"}""")
public record SeatChangeRequest(
        @NotNull
        @Min(value = 1, message = "{seats-range}")
        @Max(value = 100_000, message = "{seats-range}")
        @Schema(examples = "30")
        Integer seats,

        @Nullable
        @Schema(examples = "NOW", description = "Absent: more seats at once, fewer with the end of the period")
        When when,

        @Nullable @Schema(examples = "2026-03-15", description = "Of DATE, in the account's zone")
        LocalDate on,

        @Nullable
        @Schema(
                examples = "true",
                description = "Whether the period that runs on the day is charged and given back by its days; true if"
                        + " absent. false: the seats are there from the day on and charged from the next period on, the"
                        + " period that runs stays as it was charged. In a trial there is nothing to charge")
        Boolean prorate) {}

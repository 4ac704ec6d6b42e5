package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The plan a subscription goes over to.
 *
 * @param when absent: an upgrade at once, a downgrade with the end of the period
 * @param on of DATE
 * @param anchor where periods begin from then on; as before if absent
 * @param prorate true if absent
 */
@Schema(name = "PlanChangeRequest", examples = """
        {"planId": "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01", "seats": 30, "when": "NOW"}""")
public record PlanChangeRequest(
        @NotNull
        @Schema(examples = "0197a3f0-5b1c-7c3e-9a52-6f1f0c6b7a01", description = "A published plan of the same product")
        UUID planId,

        @Nullable
        @Min(value = 1, message = "{seats-range}")
        @Max(value = 100_000, message = "{seats-range}")
        @Schema(examples = "30", description = "As before if absent")
        Integer seats,

        @Nullable
        @Schema(
                examples = "NOW",
                description =
                        "Absent: at once where the new plan costs more in a month, with the end of the period where"
                                + " it does not")
        When when,

        @Nullable @Schema(examples = "2026-03-15", description = "Of DATE, in the account's zone")
        LocalDate on,

        @Nullable @Valid AnchorRequest anchor,

        @Nullable
        @Size(max = 100, message = "{list-too-long}")
        @Schema(description = "Negotiated, by component, as at signing; those of the plan before are over")
        Map<String, @NotNull Money> prices,

        @Nullable
        @Schema(
                examples = "true",
                description = "Whether the period that runs on the day is charged and given back by its days; true if"
                        + " absent. false: the new plan is served from the day on and charged from the next period on,"
                        + " the period that runs is the plan's before, and nothing is given back. Usage is charged by"
                        + " its days all the same. In a trial there is nothing to charge")
        Boolean prorate) {}

package dev.rivulet.subscription.dunning;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.dunning.domain.Action;
import dev.rivulet.subscription.dunning.domain.Escalation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is done about payers in arrears. */
@Schema(name = "DunningPolicyRequest", examples = """
        {"name": "Patient", "steps": [{"daysOverdue": 3, "action": "REMIND"}, {"daysOverdue": 7, "action": "RETRY"},
         {"daysOverdue": 30, "action": "SUSPEND", "minimums": [{"amount": "50.00", "currency": "EUR"}]}],
         "retryAfterDays": [1, 3, 7], "tinyDebts": [{"amount": "5.00", "currency": "EUR"}]}""")
public record PolicyRequest(
        @NotBlank @Size(max = 100, message = "{text-too-long}") @Schema(examples = "Patient")
        String name,

        @NotNull @Size(min = 1, max = 50, message = "{steps-range}") @Schema(description = "In the order of their days")
        List<@NotNull @Valid Step> steps,

        @Nullable
        @Size(max = 20, message = "{list-too-long}")
        @Schema(examples = "[1, 3, 7]", description = "Days between tries to collect after a RETRY step")
        List<@NotNull @Min(value = 1, message = "{days-range}") @Max(value = 365, message = "{days-range}") Integer>
                retryAfterDays,

        @Nullable
        @Size(max = 50, message = "{list-too-long}")
        @Schema(description = "Per currency: debts up to this are left alone, they never enter and never suspend")
        List<@NotNull Money> tinyDebts,

        @Nullable
        @Schema(
                examples = "CONTINUES",
                description = "What a suspension means for billing; CONTINUES if absent: the contract goes on and is"
                        + " charged. STOPS: subscriptions rest meanwhile, days charged in advance are given back")
        WhileSuspended whileSuspended) {

    /** What a suspension means for billing. */
    @Schema(name = "DunningWhileSuspended")
    public enum WhileSuspended {
        CONTINUES,
        STOPS
    }

    /** What to do from so many days overdue on. */
    @Schema(name = "DunningPolicyStep")
    public record Step(
            @NotNull
            @Min(value = 1, message = "{days-range}")
            @Max(value = 365, message = "{days-range}")
            @Schema(examples = "14", description = "Days since the oldest debt was to be paid")
            Integer daysOverdue,

            @NotNull @Schema(examples = "SUSPEND") Action action,

            @Nullable
            @Size(max = 50, message = "{list-too-long}")
            @Schema(description = "Per currency: only from so much on; a currency that is missing has no such limit")
            List<@NotNull Money> minimums) {}

    Escalation escalation() {
        return new Escalation(
                steps.stream()
                        .map(step -> new Escalation.Step(
                                step.daysOverdue(),
                                step.action(),
                                Objects.requireNonNullElse(step.minimums(), List.of())))
                        .toList(),
                Objects.requireNonNullElse(retryAfterDays, List.of()),
                Objects.requireNonNullElse(tinyDebts, List.of()),
                whileSuspended == WhileSuspended.STOPS);
    }
}

package dev.rivulet.catalog.plan;

import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed of a plan while it is a draft: neither its product nor its key. */
record PlanChange(
        @Schema(examples = "Team, monthly") @NotBlank @Size(max = 200, message = "{text-too-long}")
        String name,

        @Schema(description = "Zero or more, for one period, however many seats") @NotNull
        Money price,

        @NotNull BillingPeriod period,

        @Schema(description = "Free local days before the first period; none when left out", examples = "14")
        @Min(value = 0, message = "{trial-days-range}")
        @Max(value = 365, message = "{trial-days-range}")
        @Nullable
        Integer trialDays) {

    static PlanChange of(Plan plan) {
        return new PlanChange(plan.name, plan.price, plan.period, plan.trialDays);
    }
}

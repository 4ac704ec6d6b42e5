package dev.rivulet.catalog.plan;

import dev.rivulet.kit.money.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan to draft. */
record PlanRequest(
        @NotNull UUID productId,

        @Schema(description = "Human identifier, unique and immutable", examples = "soft-skills-team")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        @Nullable
        String key,

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

    PlanChange terms() {
        return new PlanChange(name, price, period, trialDays);
    }
}

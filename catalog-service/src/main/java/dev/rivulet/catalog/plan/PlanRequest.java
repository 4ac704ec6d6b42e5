package dev.rivulet.catalog.plan;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.rivulet.catalog.plan.domain.BillingPeriod;
import dev.rivulet.catalog.plan.domain.BillingTiming;
import dev.rivulet.kit.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan to draft. */
@Schema(examples = """
        {"productId": "019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f", "key": "soft-skills-team",
         "name": "Team, monthly", "price": {"amount": "49.00", "currency": "EUR"}, "period": "MONTH",
         "trialDays": 14,
         "entitlements": [{"key": "coach-sessions", "kind": "LIMIT", "limit": 4, "unit": "sessions", "reset":
          "MONTH"}, {"key": "weekly-report", "kind": "BOOLEAN"}],
         "touchModel": "LOW", "successMetric": "soft-skills-score",
         "phases": [{"months": 3, "discountPercent": "50"}],
         "minimumCommitment": {"amount": "99.00", "currency": "EUR"}}""")
record PlanRequest(
        @NotNull UUID productId,

        @Schema(description = "Human identifier, unique and immutable", examples = "soft-skills-team")
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}", message = "{key-format}")
        @Nullable
        String key,

        @Schema(description = "The plan this one can be bought for in addition; never changes, and is no add-on itself")
        @Nullable
        UUID addOnOf,

        @Schema(examples = "Team, monthly") @NotBlank @Size(max = 200, message = "{text-too-long}")
        String name,

        @Schema(description = "Zero or more, for one period, however many seats; an add-on's in its plan's currency")
        @NotNull
        Money price,

        @NotNull BillingPeriod period,

        @Schema(description = "Free local days before the first period; none when left out", examples = "14")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Min(value = 0, message = "{trial-days-range}")
        @Max(value = 365, message = "{trial-days-range}")
        Integer trialDays,

        @Schema(description = "What a subscription allows; each key once")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 100, message = "{list-too-long}")
        List<@NotNull @Valid Entitlement> entitlements,

        @Schema(description = "How the customer is looked after; undecided when left out") @Nullable
        TouchModel touchModel,

        @Schema(
                description = "The metric, of a value proposition's benefit, that tells whether the customer succeeds",
                examples = "soft-skills-score")
        @Size(min = 1, max = 100, message = "{metric-length}")
        @Nullable
        String successMetric,

        @Schema(description = "When a period is charged; IN_ADVANCE when left out. Usage is always charged in arrears")
        @Nullable
        BillingTiming billing,

        @Schema(
                description = "Other terms for a while: after the trial, one after the other, before the plan's own"
                        + " price; none when left out")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 10, message = "{list-too-long}")
        List<@NotNull @Valid Phase> phases,

        @Schema(
                description = "The subscription ends by itself after so many periods; without end when left out",
                examples = "12")
        @Min(value = 1, message = "{fixed-term-range}")
        @Max(value = 1000, message = "{fixed-term-range}")
        @Nullable
        Integer fixedTermPeriods,

        @Schema(
                description = "The least that all components of a period come to: what they lack is charged on top;"
                        + " none when left out")
        @Nullable
        Money minimumCommitment) {

    Terms terms() {
        return new Terms(
                name,
                price,
                period,
                trialDays,
                entitlements,
                touchModel,
                successMetric,
                billing == null ? BillingTiming.IN_ADVANCE : billing,
                phases,
                fixedTermPeriods,
                minimumCommitment);
    }
}

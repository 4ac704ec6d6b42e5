package dev.rivulet.catalog.plan;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.rivulet.catalog.plan.domain.BillingPeriod;
import dev.rivulet.catalog.plan.domain.BillingTiming;
import dev.rivulet.catalog.plan.domain.Impact;
import dev.rivulet.kit.money.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a version of a plan says, and what can be changed of it while it is a draft. */
@Embeddable
@Schema(name = "PlanTerms")
record Terms(
        @Schema(examples = "Team, monthly") @Column @NotBlank @Size(max = 200, message = "{text-too-long}")
        String name,

        @Schema(description = "Zero or more, for one period, however many seats")
        @Embedded
        @AttributeOverride(name = "minor", column = @Column(name = "price_minor"))
        @AttributeOverride(name = "currency", column = @Column(name = "price_currency"))
        @NotNull
        Money price,

        @Column @Enumerated(EnumType.STRING) @NotNull BillingPeriod period,

        @Schema(description = "Free local days before the first period; none when left out", examples = "14")
        @Column(name = "trial_days")
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Min(value = 0, message = "{trial-days-range}")
        @Max(value = 365, message = "{trial-days-range}")
        Integer trialDays,

        @Schema(description = "What a subscription allows; each key once")
        @Column
        @JdbcTypeCode(SqlTypes.JSON)
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 100, message = "{list-too-long}")
        List<@NotNull @Valid Entitlement> entitlements,

        @Schema(description = "How the customer is looked after; undecided when left out")
        @Column(name = "touch_model")
        @Enumerated(EnumType.STRING)
        @Nullable
        TouchModel touchModel,

        @Schema(
                description = "The metric, of a value proposition's benefit, that tells whether the customer succeeds",
                examples = "soft-skills-score")
        @Column(name = "success_metric")
        @Size(min = 1, max = 100, message = "{metric-length}")
        @Nullable
        String successMetric,

        @Schema(description = "When a period is charged; IN_ADVANCE when left out. Usage is always charged in arrears")
        @Column
        @Enumerated(EnumType.STRING)
        BillingTiming billing,

        @Schema(
                description = "Other terms for a while: after the trial, one after the other, before the plan's own"
                        + " price; none when left out")
        @Column
        @JdbcTypeCode(SqlTypes.JSON)
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Size(max = 10, message = "{list-too-long}")
        List<@NotNull @Valid Phase> phases,

        @Schema(
                description = "The subscription ends by itself after so many periods; without end when left out",
                examples = "12")
        @Column(name = "fixed_term_periods")
        @Min(value = 1, message = "{fixed-term-range}")
        @Max(value = 1000, message = "{fixed-term-range}")
        @Nullable
        Integer fixedTermPeriods,

        @Schema(
                description = "The least that all components of a period come to: what they lack is charged on top;"
                        + " none when left out")
        @Embedded
        @AttributeOverride(name = "minor", column = @Column(name = "commitment_minor"))
        @AttributeOverride(name = "currency", column = @Column(name = "commitment_currency"))
        @Nullable
        Money minimumCommitment) {

    /** Terms written before there was a choice are billed in advance. */
    Terms {
        billing = billing == null ? BillingTiming.IN_ADVANCE : billing;
        phases = phases == null ? List.of() : phases;
    }

    Impact.Listed listed() {
        return new Impact.Listed(price, minimumCommitment);
    }
}

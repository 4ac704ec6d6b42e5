package dev.rivulet.success.renewal;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.renewal.domain.Effect;
import dev.rivulet.success.renewal.domain.ReasonCode;
import dev.rivulet.success.renewal.domain.Risk;
import dev.rivulet.success.renewal.domain.RiskPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subscription that comes up for renewal, and how that looks today. */
@Schema(name = "Renewal")
public record RenewalView(
        @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
        UUID accountId,

        @Schema(nullable = true, examples = "Northwind Training GmbH", description = "Null until it is known") @Nullable
        String accountName,

        @Schema(examples = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
        UUID subscriptionId,

        @Schema(examples = "Team, yearly") String planName,

        @Schema(
                examples = "2026-05-31",
                description = "First day of the next year, or first day it no longer runs; local to the customer")
        LocalDate renewalOn,

        @Schema(examples = "66", description = "From the customer's today; 0 on the day")
        long daysLeft,

        @Schema(description = "Monthly recurring revenue today; 0 in a trial and in a pause")
        Money mrr,

        @Schema(examples = "HIGH") Risk risk,

        @Schema(
                examples = RiskPolicy.NAME,
                description =
                        "The rules the risk is judged by; with a version where the tenant has decided on the thresholds")
        String policy,

        @Schema(description = "All that the risk rests on, the gravest first; also what speaks for it or is not known")
        List<ReasonView> reasons) {

    /** One thing that was looked at. */
    @Schema(name = "RenewalReason")
    public record ReasonView(
            @Schema(examples = "SCORE_FELL") ReasonCode code,

            @Schema(
                    examples = "AGAINST",
                    description = "ENDS: decides it; GRAVE: makes the risk high by itself; AGAINST or FOR the renewal;"
                            + " UNKNOWN counts neither way")
            Effect effect,

            @Schema(
                    examples = "{\"before\":78.0,\"drop\":13.7,\"score\":64.3}",
                    description =
                            "What was measured: scores and their drop in points, shares from 0 to 1, days, counts")
            Map<String, BigDecimal> numbers) {}

    static RenewalView of(
            Renewal renewal, @Nullable String name, LocalDate today, String policy, RiskPolicy.Judgement judgement) {
        return new RenewalView(
                renewal.accountId(),
                name,
                renewal.subscriptionId(),
                renewal.planName(),
                renewal.dueOn(),
                Math.max(0, ChronoUnit.DAYS.between(today, renewal.dueOn())),
                renewal.mrr(),
                judgement.risk(),
                policy,
                judgement.reasons().stream()
                        .map(reason -> new ReasonView(reason.code(), reason.effect(), reason.numbers()))
                        .toList());
    }
}

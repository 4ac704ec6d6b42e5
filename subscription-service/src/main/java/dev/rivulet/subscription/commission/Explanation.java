package dev.rivulet.subscription.commission;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.subscription.commission.domain.Commission;
import dev.rivulet.subscription.commission.domain.Rule;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an entry came about, enough to compute it again.
 *
 * @param scope what the rule was the most specific for
 * @param formula the arithmetic, exact, before rounding
 * @param earnsUntil first day on which a period that begins earns nothing any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CommissionExplanation")
public record Explanation(
        @Schema(examples = "0197a3f7-3c4d-7e5f-9a6b-7c8d9e0f1a03")
        UUID ruleId,

        @Schema(examples = "tier gold, any product") String scope,
        @Schema(examples = "249.00 × 20 % = 49.8") String formula,

        @Schema(examples = "HALF_UP to the currency's minor unit")
        String rounding,

        @Nullable
        @Schema(examples = "2027-04-02", description = "First day on which a period that begins earns nothing any more")
        LocalDate earnsUntil) {

    private static final String ROUNDING = "HALF_UP to the currency's minor unit";

    static Explanation of(Rule rule, Commission commission) {
        return new Explanation(
                rule.id(),
                rule.scope(),
                "%s × %s %% = %s"
                        .formatted(
                                commission.base().decimal().toPlainString(),
                                Percents.plain(commission.percent()).toPlainString(),
                                commission.unrounded().toPlainString()),
                ROUNDING,
                commission.earnsUntil());
    }

    /** Of an accrual, of which part is taken back. */
    static Explanation reversal(CommissionEntry accrual, String formula) {
        return new Explanation(
                accrual.ruleId, accrual.explanation.scope(), formula, ROUNDING, accrual.explanation.earnsUntil());
    }
}

package dev.rivulet.success.metric;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One month by the rules of several products, as known now. */
@Schema(name = "MetricPolicyComparison")
public record PolicyComparison(
        @Schema(examples = "2026-03") String month,

        @Schema(nullable = true, examples = "EUR", description = "Null while there is no revenue") @Nullable
        String currency,

        @Schema(examples = "0.8", description = "Share of revenue that is gross margin, in our own lifetime value")
        String grossMargin,

        List<ByPolicy> policies) {

    /** The month by one of them. */
    @Schema(name = "MetricsByPolicy")
    public record ByPolicy(
            @Schema(examples = "chartmogul-4") String policy,

            @Schema(
                    examples = "A cancellation counts when it takes effect. LTV: ARPA × gross margin / logo churn.",
                    description = "In what the policy differs from others")
            String definition,

            @Schema(nullable = true, description = "Null while there is no revenue, and of a month that has not begun")
            RetentionReport.@Nullable Figures figures) {}
}

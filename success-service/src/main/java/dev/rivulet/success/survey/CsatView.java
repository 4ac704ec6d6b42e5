package dev.rivulet.success.survey;

import dev.rivulet.success.figure.domain.Share;
import dev.rivulet.success.survey.domain.Tally;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The share of satisfied customers, with its interval. */
@Schema(name = "CsatMetric")
public record CsatView(
        @Schema(nullable = true, examples = "2025-03", description = "Which group, where they are told apart") @Nullable
        String group,

        @Schema(examples = "107", description = "People who answered")
        long n,

        @Schema(examples = "5", description = "How many points the scale has")
        int scale,

        @Schema(examples = "74", description = "The highest answers: 1 of 3 points, 2 of 4 to 7, 3 of 10")
        long satisfied,

        @Schema(nullable = true, examples = "69.16", description = "100 satisfied / n, two decimals") @Nullable
        BigDecimal csat,

        @Schema(nullable = true, examples = "59.87", description = "Lower end of Wilson's interval of 95 %") @Nullable
        BigDecimal low,

        @Schema(nullable = true, examples = "77.12", description = "Upper end of Wilson's interval of 95 %") @Nullable
        BigDecimal high,

        @Schema(nullable = true, examples = "no-answers", description = "Why there is no csat") @Nullable
        String reason,

        @Schema(
                nullable = true,
                description = "Of a month: the same as it was known when the month closed, at 12:00 UTC of the day"
                        + " after, where answers recorded later have changed it since")
        @Nullable
        CsatView reported,

        @Schema(examples = "rivulet-2", description = "Whose formula it is, and which version of it")
        String policy,

        @Schema(description = "The same by group; empty unless asked for")
        List<CsatView> groups) {

    /** Of answers on a scale of so many points. */
    static SurveyMetrics.View<CsatView> on(int points) {
        return (group, tally, reported, groups) -> of(group, points, tally, reported, groups);
    }

    private static CsatView of(
            @Nullable String group, int points, Tally tally, @Nullable CsatView reported, List<CsatView> groups) {
        var scale = SurveyKind.CSAT.scale(points);
        var satisfied = new Share(tally.between(scale.satisfiedFrom(), scale.max()), tally.n());
        return satisfied.isEmpty()
                ? new CsatView(
                        group, 0, points, 0, null, null, null, "no-answers", reported, SurveyMetrics.POLICY, groups)
                : new CsatView(
                        group,
                        satisfied.of(),
                        points,
                        satisfied.hits(),
                        Percent.of(satisfied),
                        Percent.bound(satisfied.low()),
                        Percent.bound(satisfied.high()),
                        null,
                        reported,
                        SurveyMetrics.POLICY,
                        groups);
    }
}

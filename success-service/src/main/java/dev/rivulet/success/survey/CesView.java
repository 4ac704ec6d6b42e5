package dev.rivulet.success.survey;

import dev.rivulet.success.figure.StudentT;
import dev.rivulet.success.survey.domain.Effort;
import dev.rivulet.success.survey.domain.Tally;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How easy customers find it, with intervals. */
@Schema(name = "CesMetric")
public record CesView(
        @Schema(nullable = true, examples = "2025-03", description = "Which group, where they are told apart") @Nullable
        String group,

        @Schema(examples = "1000", description = "People who answered")
        long n,

        @Schema(examples = "7", description = "How many points the scale has")
        int scale,

        @Schema(nullable = true, examples = "4.08", description = "Mean, from 1, higher is easier; two decimals")
        @Nullable
        BigDecimal ces,

        @Schema(nullable = true, examples = "3.96", description = "Lower end of Student's interval of 95 % of the mean")
        @Nullable
        BigDecimal cesLow,

        @Schema(nullable = true, examples = "4.20", description = "Upper end of Student's interval of 95 % of the mean")
        @Nullable
        BigDecimal cesHigh,

        @Schema(
                nullable = true,
                examples = "one-answer",
                description =
                        "Where answers have no deviation: one-answer, or all-alike. The interval of the mean is then"
                                + " made of Wilson's of 95 % for n of n: the rest of the share may be at either end of the scale."
                                + " Null elsewhere")
        @Nullable
        String intervalReason,

        @Schema(examples = "460", description = "Answers of 5 to 7, of 4 and 5 on a scale of 5 points")
        long easy,

        @Schema(nullable = true, examples = "46.00", description = "100 easy / n, two decimals") @Nullable
        BigDecimal easyPercent,

        @Schema(nullable = true, examples = "42.93", description = "Lower end of Wilson's interval of 95 %") @Nullable
        BigDecimal low,

        @Schema(nullable = true, examples = "49.10", description = "Upper end of Wilson's interval of 95 %") @Nullable
        BigDecimal high,

        @Schema(nullable = true, examples = "no-answers", description = "Why there is no ces") @Nullable
        String reason,

        @Schema(
                nullable = true,
                description = "Of a month: the same as it was known when the month closed, at 12:00 UTC of the day"
                        + " after, where answers recorded later have changed it since")
        @Nullable
        CesView reported,

        @Schema(examples = "rivulet-2", description = "Whose formula it is, and which version of it")
        String policy,

        @Schema(description = "The same by group; empty unless asked for")
        List<CesView> groups) {

    /** Of answers on a scale of so many points. */
    static SurveyMetrics.View<CesView> on(int points) {
        return (group, tally, reported, groups) -> of(group, points, tally, reported, groups);
    }

    private static CesView of(
            @Nullable String group, int points, Tally tally, @Nullable CesView reported, List<CesView> groups) {
        var effort = new Effort(tally, SurveyKind.CES.scale(points));
        var easy = effort.easy();
        if (easy.isEmpty()) {
            return none(group, points, 0, "no-answers", reported, groups);
        }
        var interval = effort.interval(StudentT::quantile);
        return new CesView(
                group,
                effort.n(),
                points,
                Percent.rounded(effort.mean()),
                Percent.rounded(interval.low()),
                Percent.rounded(interval.high()),
                effort.n() == 1 ? "one-answer" : effort.isUniform() ? "all-alike" : null,
                easy.hits(),
                Percent.of(easy),
                Percent.bound(easy.low()),
                Percent.bound(easy.high()),
                null,
                reported,
                SurveyMetrics.POLICY,
                groups);
    }

    /** Of answers on a scale of so many points, without figures where there are some, but fewer than the minimum. */
    public static CesView of(int points, Tally tally, int minimum) {
        return tally.n() > 0 && tally.n() < minimum
                ? none(null, points, tally.n(), "too-few-answers", null, List.of())
                : of(null, points, tally, null, List.of());
    }

    private static CesView none(
            @Nullable String group,
            int points,
            long answers,
            String reason,
            @Nullable CesView reported,
            List<CesView> groups) {
        return new CesView(
                group,
                answers,
                points,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                reason,
                reported,
                SurveyMetrics.POLICY,
                groups);
    }
}

package dev.rivulet.success.survey;

import dev.rivulet.success.survey.domain.Nps;
import dev.rivulet.success.survey.domain.Tally;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A Net Promoter Score, with its interval. */
@Schema(name = "NpsMetric")
public record NpsView(
        @Schema(nullable = true, examples = "2025-03", description = "Which group, where they are told apart") @Nullable
        String group,

        @Schema(examples = "17", description = "People who answered")
        long n,

        @Schema(examples = "6") long promoters,
        @Schema(examples = "4") long passives,
        @Schema(examples = "7") long detractors,

        @Schema(
                nullable = true,
                examples = "-5.9",
                description = "100 (promoters - detractors) / n, one decimal; -100 to 100")
        @Nullable
        BigDecimal nps,

        @Schema(
                nullable = true,
                examples = "21.2",
                description = "100 √((p + d − (p − d)²) / n) of the shares p and d, in points, one decimal")
        @Nullable
        BigDecimal standardError,

        @Schema(nullable = true, examples = "-47.4", description = "Lower end of the interval of 95 %") @Nullable
        BigDecimal low,

        @Schema(nullable = true, examples = "35.6", description = "Upper end of the interval of 95 %") @Nullable
        BigDecimal high,

        @Schema(
                nullable = true,
                examples = "one-answer",
                description = "Where the standard error is 0, though the score is not that certain: one-answer, or"
                        + " all-alike where all promote, all detract or none does either. The interval is then made of"
                        + " Wilson's of 95 % for n of n: the rest of the share may be the opposite. Null elsewhere")
        @Nullable
        String intervalReason,

        @Schema(nullable = true, examples = "no-answers", description = "Why there is no nps") @Nullable
        String reason,

        @Schema(
                nullable = true,
                description = "Of a month: the same as it was known when the month closed, at 12:00 UTC of the day"
                        + " after, where answers recorded later have changed it since")
        @Nullable
        NpsView reported,

        @Schema(examples = "rivulet-2", description = "Whose formula it is, and which version of it")
        String policy,

        @Schema(description = "The same by group; empty unless asked for")
        List<NpsView> groups) {

    static NpsView of(@Nullable String group, Tally tally, @Nullable NpsView reported, List<NpsView> groups) {
        var nps = Nps.of(tally);
        return new NpsView(
                group,
                nps.n(),
                nps.promoters(),
                nps.passives(),
                nps.detractors(),
                nps.score(),
                nps.standardError(),
                nps.low(),
                nps.high(),
                nps.n() == 1 ? "one-answer" : nps.isUniform() ? "all-alike" : null,
                nps.n() == 0 ? "no-answers" : null,
                reported,
                SurveyMetrics.POLICY,
                groups);
    }
}

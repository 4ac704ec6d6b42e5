package dev.rivulet.success.release;

import dev.rivulet.success.figure.ShareView;
import dev.rivulet.success.release.domain.Difference;
import dev.rivulet.success.survey.CesView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Before and after a release, of the same customers. */
@Schema(name = "ReleaseComparison")
public record ComparisonView(
        UUID releaseId,
        UUID productId,
        Instant announcedAt,

        @Schema(examples = "28", description = "Length of each window; the day of the announcement is in neither")
        int days,

        @Schema(
                examples = "[\"certificates\"]",
                description = "Use of these counts; of anything, where the release names none")
        List<String> features,

        @Schema(
                examples = "120",
                description = "Customers whose subscription of the product ran in both windows from end to end")
        int accounts,

        @Schema(
                nullable = true,
                examples = "2026-03-31",
                description = "First day on which all of them have the window behind them; null without any")
        @Nullable
        LocalDate overOn,

        @Schema(
                nullable = true,
                examples = "window-not-over",
                description = "Why something is null: too-few-accounts (below 5), window-not-over")
        @Nullable
        String reason,

        @Schema(nullable = true) @Nullable Side before,
        @Schema(nullable = true) @Nullable Side after,

        @Schema(nullable = true) @Nullable Change change) {

    /** One window. */
    @Schema(name = "ReleaseComparisonSide")
    public record Side(
            @Schema(
                    description =
                            "Customer Effort Score of each person's latest answer, for each scale that was answered on"
                                    + " before or after by itself, the one of 7 points first; null with the reason too-few-answers"
                                    + " below 5 answers")
            List<CesView> ces,

            @Schema(description = "Customers that used it at all")
            ShareView using,

            @Schema(examples = "415", description = "Different users")
            long users,

            @Schema(examples = "2381", description = "Days on which each user used it, added up")
            long userDays,

            @Schema(examples = "14", description = "Problems with the product that were opened")
            long problems,

            @Schema(nullable = true, examples = "0.1167", description = "Problems for each customer, four decimals")
            @Nullable
            BigDecimal problemsPerAccount,

            @Schema(description = "Customers that opened any")
            ShareView troubled) {}

    /** By intervals of 95 %: where they overlap, chance alone may have made the difference. */
    @Schema(
            name = "ReleaseComparisonChange",
            description =
                    "What the figures say: where their intervals of 95 % overlap, UNCLEAR; null until both are there")
    public record Change(
            @Schema(description = "Scale by scale") List<EffortChange> ces, Difference using, Difference troubled) {

        static Change of(Side before, Side after) {
            var ces = new ArrayList<EffortChange>();
            for (var index = 0; index < before.ces().size(); index++) {
                var earlier = before.ces().get(index);
                var later = after.ces().get(index);
                ces.add(new EffortChange(earlier.scale(), Difference.ofRise(span(earlier), span(later))));
            }
            return new Change(
                    List.copyOf(ces),
                    Difference.ofRise(span(before.using()), span(after.using())),
                    Difference.ofFall(span(before.troubled()), span(after.troubled())));
        }

        private static Difference.Span span(CesView ces) {
            return new Difference.Span(ces.cesLow(), ces.cesHigh());
        }

        private static Difference.Span span(ShareView share) {
            return new Difference.Span(share.low(), share.high());
        }
    }

    /** What the efforts on one scale say. */
    @Schema(name = "ReleaseComparisonEffort")
    public record EffortChange(
            @Schema(examples = "7", description = "How many points the scale has")
            int scale,

            Difference change) {}
}

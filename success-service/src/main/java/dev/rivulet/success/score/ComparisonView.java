package dev.rivulet.success.score;

import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer's score by a model in shadow and by the model in force. */
@Schema(name = "ScoreComparison")
record ComparisonView(
        UUID accountId,

        @Schema(
                nullable = true,
                examples = "41.2",
                description = "By the model in shadow; null while too little is known")
        @Nullable
        BigDecimal shadow,

        @Schema(examples = "0.7000") BigDecimal shadowCoverage,

        @Schema(
                nullable = true,
                examples = "64.3",
                description = "By the model in force; null while too little is known")
        @Nullable
        BigDecimal active,

        @Schema(examples = "0.7000") BigDecimal activeCoverage,

        @Schema(
                nullable = true,
                examples = "-23.1",
                description = "Points from the model in force to that in shadow; null where one gives no score")
        @Nullable
        BigDecimal difference) {

    static ComparisonView of(ShadowScores.Pair pair) {
        var shadow = pair.shadow();
        var active = pair.active();
        return new ComparisonView(
                pair.account(),
                shadow,
                pair.shadowCoverage(),
                active,
                pair.activeCoverage(),
                shadow == null || active == null ? null : shadow.subtract(active));
    }
}

package dev.rivulet.success.survey;

import dev.rivulet.success.survey.domain.Nps;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The Net Promoter Score over every answer recorded. */
@Schema(name = "NpsMetric")
public record NpsView(
        @Schema(examples = "17", description = "Answers") long n,
        @Schema(examples = "6") long promoters,
        @Schema(examples = "4") long passives,
        @Schema(examples = "7") long detractors,

        @Schema(
                nullable = true,
                examples = "-5.9",
                description = "100 (promoters - detractors) / n, one decimal; -100 to 100")
        @Nullable
        BigDecimal nps,

        @Schema(nullable = true, examples = "21.2", description = "Of the nps, in points, one decimal") @Nullable
        BigDecimal standardError,

        @Schema(nullable = true, examples = "no-answers", description = "Why there is no nps") @Nullable
        String reason) {

    static NpsView of(Nps nps) {
        return new NpsView(
                nps.n(),
                nps.promoters(),
                nps.passives(),
                nps.detractors(),
                nps.score(),
                nps.standardError(),
                nps.n() == 0 ? "no-answers" : null);
    }
}

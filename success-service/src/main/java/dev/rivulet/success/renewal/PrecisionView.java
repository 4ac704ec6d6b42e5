package dev.rivulet.success.renewal;

import dev.rivulet.success.figure.ShareView;
import dev.rivulet.success.figure.domain.Share;
import dev.rivulet.success.renewal.PastRenewals.Counts;
import dev.rivulet.success.renewal.domain.Expectation;
import dev.rivulet.success.renewal.domain.Outcome;
import dev.rivulet.success.renewal.domain.Risk;
import dev.rivulet.success.renewal.domain.RiskPolicy;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often the risk of renewals was right. */
@Schema(name = "RenewalPrecision")
public record PrecisionView(
        @Schema(
                examples = RiskPolicy.NAME,
                description = "The rules; each risk by the thresholds of the day it was shown on")
        String policy,

        @Schema(examples = "20", description = "Fewer renewals of a risk tell nothing")
        long minimum,

        @Schema(description = "By the risk that was shown 30 days before, whatever has become known since")
        List<RiskView> risks,

        @Schema(description = "Of all that were lost, those whose risk was shown as HIGH or LOST")
        ShareView caught,

        @Schema(examples = "3", description = "Came out without a risk to compare with: known less than 15 days before")
        long unseen,

        @Schema(
                examples = "1",
                description = "Had no revenue 30 days before, so that there was nothing to keep; counted nowhere else")
        long nothingDue) {

    /** Renewals of one risk. */
    @Schema(name = "RenewalPrecisionOfRisk")
    public record RiskView(
            @Schema(examples = "HIGH") Risk risk,
            @Schema(examples = "40") long renewals,
            @Schema(examples = "7") long renewed,
            @Schema(examples = "1") long expanded,
            @Schema(examples = "4") long contracted,
            @Schema(examples = "28") long lost,

            @Schema(description = "Lost of all: of a HIGH risk this is its precision")
            ShareView lostShare,

            @Schema(examples = "true", description = "Whether there are so many that anything is concluded from it")
            boolean enough) {

        static RiskView of(Risk risk, Counts counts, long minimum) {
            var lost = new Share(counts.of(risk, Outcome.LOST), counts.due(risk));
            return new RiskView(
                    risk,
                    counts.due(risk),
                    counts.of(risk, Outcome.RENEWED),
                    counts.of(risk, Outcome.EXPANDED),
                    counts.of(risk, Outcome.CONTRACTED),
                    counts.of(risk, Outcome.LOST),
                    ShareView.of(lost),
                    Expectation.isEnough(lost, minimum));
        }
    }

    static PrecisionView of(Counts counts, long minimum) {
        var lost = Arrays.stream(Risk.values())
                .mapToLong(risk -> counts.of(risk, Outcome.LOST))
                .sum();
        var caught = counts.of(Risk.HIGH, Outcome.LOST) + counts.of(Risk.LOST, Outcome.LOST);
        var nothing = Arrays.stream(Risk.values())
                .mapToLong(risk -> counts.of(risk, Outcome.NOTHING_DUE))
                .sum();
        var unseenNothing = counts.unseen().getOrDefault(Outcome.NOTHING_DUE, 0L);
        return new PrecisionView(
                RiskPolicy.NAME,
                minimum,
                Arrays.stream(Risk.values())
                        .map(risk -> RiskView.of(risk, counts, minimum))
                        .toList(),
                ShareView.of(new Share(caught, lost)),
                counts.unseen().values().stream().mapToLong(count -> count).sum() - unseenNothing,
                nothing + unseenNothing);
    }
}

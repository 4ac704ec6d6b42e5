package dev.rivulet.catalog.proposition;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.rivulet.catalog.proposition.EvidenceRepository.Tally;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What customers said of the promised benefit.
 *
 * @param latest the newest few, newest first
 */
@Schema(name = "Evidence")
record EvidenceView(
        @Schema(description = "Promises confirmed in full", examples = "3")
        long confirmed,

        @Schema(description = "Promises confirmed in part", examples = "1")
        long partly,

        @Schema(description = "Promises not achieved", examples = "0")
        long notAchieved,

        @Schema(description = "The five newest, newest first")
        List<Entry> latest) {

    /** One customer's word. */
    @Schema(name = "ConfirmedBenefit")
    record Entry(
            UUID accountId,
            @Schema(examples = "soft-skills-score") String metric,
            @Schema(examples = "points") String unit,

            @Schema(type = SchemaType.STRING, examples = "52") @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal baseline,

            @Schema(type = SchemaType.STRING, examples = "70") @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal target,

            @Schema(type = SchemaType.STRING, examples = "71.5") @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal measured,

            Outcome outcome,
            LocalDate confirmedOn) {

        static Entry of(Evidence evidence) {
            return new Entry(
                    evidence.accountId,
                    evidence.metric,
                    evidence.unit,
                    evidence.baseline,
                    evidence.target,
                    evidence.measured,
                    evidence.outcome,
                    evidence.confirmedOn);
        }
    }

    static EvidenceView of(List<Tally> tallies, List<Evidence> latest) {
        return new EvidenceView(
                count(tallies, Outcome.CONFIRMED),
                count(tallies, Outcome.PARTLY),
                count(tallies, Outcome.NOT_ACHIEVED),
                latest.stream().map(Entry::of).toList());
    }

    private static long count(List<Tally> tallies, Outcome outcome) {
        return tallies.stream()
                .filter(tally -> tally.outcome() == outcome)
                .mapToLong(Tally::promises)
                .sum();
    }
}

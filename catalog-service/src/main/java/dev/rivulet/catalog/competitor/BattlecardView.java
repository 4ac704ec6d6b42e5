package dev.rivulet.catalog.competitor;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to say when a competitor or alternative is named. */
@Schema(name = "Battlecard")
record BattlecardView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this battlecard with")
        long version,

        UUID competitorId,
        UUID productId,
        @Schema(examples = "[\"A large library\"]") List<String> strengths,
        @Schema(examples = "[\"Counts minutes watched\"]") List<String> weaknesses,

        @Schema(examples = "[\"Show the assessment before and after\"]")
        List<String> howToWin,

        @Schema(examples = "[\"How do you know it was learned?\"]")
        List<String> questions,

        @Schema(description = "Last day (UTC) on which it is to be trusted", examples = "2027-03-31")
        LocalDate reviewBy,

        LocalDate reviewedOn,
        Freshness status,
        Instant createdAt) {

    static BattlecardView of(Battlecard card, LocalDate today) {
        return new BattlecardView(
                card.id,
                card.version,
                card.competitorId,
                card.productId,
                card.strengths,
                card.weaknesses,
                card.howToWin,
                card.questions,
                card.reviewBy,
                card.reviewedOn,
                card.isOverdue(today) ? Freshness.OVERDUE : Freshness.CURRENT,
                card.createdAt);
    }
}

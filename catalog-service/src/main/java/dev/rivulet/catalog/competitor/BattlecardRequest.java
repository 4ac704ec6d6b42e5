package dev.rivulet.catalog.competitor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A battlecard to add. */
record BattlecardRequest(
        @NotNull UUID competitorId,

        @NotNull UUID productId,

        @NotNull @Valid BattlecardChange card,

        @Schema(description = "Last day (UTC) on which it is to be trusted; not in the past", examples = "2027-03-31")
        @NotNull
        LocalDate reviewBy) {

    static BattlecardRequest of(Battlecard card) {
        return new BattlecardRequest(card.competitorId, card.productId, BattlecardChange.of(card), card.reviewBy);
    }
}

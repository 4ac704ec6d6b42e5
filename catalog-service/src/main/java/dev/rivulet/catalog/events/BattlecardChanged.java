package dev.rivulet.catalog.events;

import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A battlecard as it stands after a change.
 *
 * @param reviewBy last day on which it is to be trusted
 */
public record BattlecardChanged(
        UUID id,
        UUID competitorId,
        UUID productId,
        List<String> strengths,
        List<String> weaknesses,
        List<String> howToWin,
        List<String> questions,
        LocalDate reviewBy,
        LocalDate reviewedOn) {

    public static final EventType TYPE =
            new EventType("catalog.battlecard.state.v1", "dev.rivulet.catalog.battlecard.changed.v1");
}

package dev.rivulet.catalog.events;

import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * A challenger took the champion's place because its deals prove it better.
 *
 * @param insteadOf the champion until now
 */
public record PropositionPromoted(
        UUID id,
        UUID insteadOf,
        UUID productId,
        UUID segmentId,
        String locale,
        long won,
        long decided,
        long championWon,
        long championDecided,
        Instant promotedAt) {

    public static final EventType TYPE =
            new EventType("catalog.proposition.events.v1", "dev.rivulet.catalog.proposition.promoted.v1");
}

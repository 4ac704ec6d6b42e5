package dev.rivulet.catalog.events;

import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A client has vouched for a partner, or has done so again; who gave the client's word is not told.
 *
 * @param confirmedOn the day of the word, which counts for a year from then
 */
public record ReferenceConfirmed(
        UUID partnerId, UUID referenceId, String client, LocalDate confirmedOn, Instant recordedAt) {

    public static final EventType TYPE =
            new EventType("catalog.partner.events.v1", "dev.rivulet.catalog.reference.confirmed.v1");
}

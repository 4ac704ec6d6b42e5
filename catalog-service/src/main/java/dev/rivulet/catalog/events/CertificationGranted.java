package dev.rivulet.catalog.events;

import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A partner's seller knows a version of a playbook.
 *
 * @param passedOn the day of the examination, as it was told
 */
public record CertificationGranted(
        UUID partnerId,
        UUID personId,
        UUID productId,
        UUID playbookId,
        int playbookVersion,
        LocalDate passedOn,
        Instant grantedAt) {

    public static final EventType TYPE =
            new EventType("catalog.partner.events.v1", "dev.rivulet.catalog.certification.granted.v1");
}

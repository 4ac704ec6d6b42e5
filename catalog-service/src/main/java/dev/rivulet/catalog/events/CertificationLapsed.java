package dev.rivulet.catalog.events;

import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.UUID;

/**
 * A partner's seller has to be trained again, because a new version of the playbook is out.
 *
 * @param playbookId the version the seller knows
 * @param nextPlaybookId the version to be certified on
 */
public record CertificationLapsed(
        UUID partnerId,
        UUID personId,
        UUID productId,
        UUID playbookId,
        int playbookVersion,
        UUID nextPlaybookId,
        Instant lapsedAt) {

    public static final EventType TYPE =
            new EventType("catalog.partner.events.v1", "dev.rivulet.catalog.certification.lapsed.v1");
}

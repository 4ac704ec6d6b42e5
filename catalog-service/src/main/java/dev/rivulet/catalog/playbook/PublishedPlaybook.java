package dev.rivulet.catalog.playbook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A playbook that sellers learn and sell by at present.
 *
 * @param segmentId for whom; null when it is for every segment of the product
 */
public record PublishedPlaybook(
        UUID id, UUID productId, @Nullable UUID segmentId, int playbookVersion) {

    static PublishedPlaybook of(Playbook playbook) {
        return new PublishedPlaybook(playbook.id, playbook.productId, playbook.segmentId, playbook.playbookVersion);
    }
}

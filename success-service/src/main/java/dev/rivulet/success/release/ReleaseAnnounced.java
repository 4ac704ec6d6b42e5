package dev.rivulet.success.release;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code dev.rivulet.catalog.release.announced.v1}.
 *
 * @param notes Markdown
 * @param features keys of the product's features that it touches
 */
record ReleaseAnnounced(
        UUID id,
        UUID productId,
        String title,
        String notes,
        List<String> features,
        List<Requester> requesters,
        Instant announcedAt) {

    static final String TYPE = "dev.rivulet.catalog.release.announced.v1";

    /** An account, and what it asked with where that is known. */
    record Requester(UUID accountId, @Nullable UUID feedbackId) {}
}

package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release of a product came out.
 *
 * @param notes Markdown
 * @param features keys of the product's features that it touches
 * @param requesters who had asked for it
 */
public record ReleaseAnnounced(
        UUID id,
        UUID productId,
        String title,
        String notes,
        List<String> features,
        List<Requester> requesters,
        Instant announcedAt) {

    public static final EventType TYPE =
            new EventType("catalog.release.events.v1", "dev.rivulet.catalog.release.announced.v1");

    /** An account, and the feedback it asked with where that is known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Requester(UUID accountId, @Nullable UUID feedbackId) {}
}

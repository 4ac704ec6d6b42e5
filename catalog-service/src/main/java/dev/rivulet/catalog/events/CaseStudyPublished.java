package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case study can be told from now on, as far as its consent goes.
 *
 * @param customer only where the customer agreed to be named
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseStudyPublished(
        UUID id,
        UUID productId,
        @Nullable UUID segmentId,
        String consent,
        String title,
        @Nullable String customer,
        Instant publishedAt) {

    public static final EventType TYPE =
            new EventType("catalog.case-study.events.v1", "dev.rivulet.catalog.case-study.published.v1");
}

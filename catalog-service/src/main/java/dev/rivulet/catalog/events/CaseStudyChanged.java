package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case study as it stands after a change.
 *
 * @param customer only where the customer agreed to be named
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseStudyChanged(
        UUID id,
        UUID productId,
        @Nullable UUID segmentId,
        @Nullable UUID propositionId,
        String status,
        String consent,
        String title,
        @Nullable String customer,
        @Nullable String result) {

    public static final EventType TYPE =
            new EventType("catalog.case-study.state.v1", "dev.rivulet.catalog.case-study.changed.v1");
}

package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A competitor, or an alternative that is none, as it stands after a change. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompetitorChanged(
        UUID id, String name, String kind, @Nullable String website) {

    public static final EventType TYPE =
            new EventType("catalog.competitor.state.v1", "dev.rivulet.catalog.competitor.changed.v1");
}

package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A product as it stands after a change. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductChanged(
        UUID id, @Nullable String key, String name, String kind, String criticality, String status) {

    public static final EventType TYPE =
            new EventType("catalog.product.state.v1", "dev.rivulet.catalog.product.changed.v1");
}

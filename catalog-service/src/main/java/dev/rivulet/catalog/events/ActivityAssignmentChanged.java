package dev.rivulet.catalog.events;

import dev.rivulet.kit.outbox.EventType;
import java.util.UUID;

/** Which activity the sale of a product is for a seller, as it stands after a change; a tombstone when it is removed. */
public record ActivityAssignmentChanged(UUID id, UUID sellerId, UUID productId, String code) {

    public static final EventType TYPE =
            new EventType("catalog.activity-assignment.state.v1", "dev.rivulet.catalog.activity-assignment.changed.v1");
}

package dev.rivulet.catalog.events;

import dev.rivulet.kit.outbox.EventType;
import java.util.List;
import java.util.UUID;

/** A seller as it stands after a change. */
public record SellerChanged(
        UUID id, String key, String name, UUID editionId, String mainCode, List<String> additionalCodes) {

    public static final EventType TYPE =
            new EventType("catalog.seller.state.v1", "dev.rivulet.catalog.seller.changed.v1");
}

package dev.rivulet.catalog.events;

import dev.rivulet.kit.outbox.EventType;
import java.util.List;
import java.util.UUID;

/** A segment as it stands after a change. */
public record SegmentChanged(
        UUID id, String name, String function, String problem, String companySize, List<String> industries) {

    public static final EventType TYPE =
            new EventType("catalog.segment.state.v1", "dev.rivulet.catalog.segment.changed.v1");
}

package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product took a step of its life.
 *
 * @param before its status until now
 * @param evidence what opened the gate in front of the step; null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductMoved(
        UUID id,
        String name,
        String before,
        String status,
        @Nullable Evidence evidence,
        Instant movedAt) {

    public static final EventType TYPE =
            new EventType("catalog.product.events.v1", "dev.rivulet.catalog.product.moved.v1");

    /**
     * Interviews or pre-sales.
     *
     * @param required how many the gate wants
     * @param found how many there were, each from somebody else
     * @param waived whether somebody signed that they are not needed
     */
    public record Evidence(int required, long found, boolean waived) {}
}

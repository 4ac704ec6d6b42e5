package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner began to sell, or stopped.
 *
 * @param before the status it had
 * @param reason why it stopped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartnerMoved(
        UUID partnerId,
        String name,
        String role,
        String before,
        @Nullable String reason,
        Instant movedAt) {

    private static final String TOPIC = "catalog.partner.events.v1";

    /** It sells from now on, for the first time or again. */
    public static final EventType ACTIVATED = new EventType(TOPIC, "dev.rivulet.catalog.partner.activated.v1");

    /** It does not sell for the time being. */
    public static final EventType SUSPENDED = new EventType(TOPIC, "dev.rivulet.catalog.partner.suspended.v1");

    /** It is no partner any more. */
    public static final EventType ENDED = new EventType(TOPIC, "dev.rivulet.catalog.partner.ended.v1");
}

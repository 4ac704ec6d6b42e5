package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A price holds from now on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceStarted(
        UUID priceId,
        UUID planId,
        String component,
        @Nullable UUID priceBookId,
        String currency,
        Instant at) {

    public static final EventType TYPE =
            new EventType("catalog.price.events.v1", "dev.rivulet.catalog.price.started.v1");
}

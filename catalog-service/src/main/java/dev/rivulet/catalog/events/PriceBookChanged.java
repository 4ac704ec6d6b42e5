package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A price book as it stands after a change; what is absent of its audience leaves it open. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceBookChanged(
        UUID id,
        String key,
        String status,
        @Nullable String currency,
        @Nullable String country,
        @Nullable String channel,
        @Nullable UUID segmentId,
        @Nullable String partnerTier,
        @Nullable UUID parentId,
        String zone,
        List<Adjustment> adjustments) {

    public static final EventType TYPE =
            new EventType("catalog.price-book.state.v1", "dev.rivulet.catalog.price-book.changed.v1");

    /**
     * A percentage over the parent's prices from a day on.
     *
     * @param percent a decimal text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Adjustment(@Nullable LocalDate from, String percent) {}
}

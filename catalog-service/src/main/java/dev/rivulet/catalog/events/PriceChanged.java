package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price as it stands after it was recorded, ended or corrected; withdrawn, it becomes a tombstone.
 *
 * @param terms how it is reckoned, as in the API
 * @param validTo the day after its last
 * @param minimumQuantity a decimal text
 * @param maximumQuantity a decimal text
 * @param minimumCharge the least that the component comes to in a period, a decimal text
 * @param billing IN_ADVANCE or IN_ARREARS where it is not as the plan says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceChanged(
        UUID id,
        UUID planId,
        UUID productId,
        String component,
        @Nullable UUID priceBookId,
        String currency,
        JsonNode terms,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String minimumQuantity,
        @Nullable String maximumQuantity,
        @Nullable String minimumCharge,
        @Nullable String billing) {

    public static final EventType TYPE =
            new EventType("catalog.price.state.v1", "dev.rivulet.catalog.price.changed.v1");
}

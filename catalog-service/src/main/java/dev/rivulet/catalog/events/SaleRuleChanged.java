package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dated rule about sales as it stands; valid from the first day until before the last, which is absent while none is known. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SaleRuleChanged(
        UUID id,
        String kind,
        @Nullable String goods,
        @Nullable String channel,
        @Nullable String serviceLine,
        @Nullable String code,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String basis) {

    public static final EventType TYPE =
            new EventType("catalog.sale-rule.state.v1", "dev.rivulet.catalog.sale-rule.changed.v1");
}

package dev.rivulet.catalog.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner as it stands after a change; only an active one sells.
 *
 * @param role VENDOR, DISTRIBUTOR, RESELLER, CONSUMER or a role of the tenant's own
 * @param countries ISO 3166-1 alpha-2
 * @param regions ISO 3166-2
 * @param manager who in the company looks after the partner
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartnerChanged(
        UUID id,
        @Nullable String key,
        String name,
        String role,
        @Nullable String tier,
        List<String> countries,
        List<String> regions,
        @Nullable String manager,
        String status) {

    public static final EventType TYPE =
            new EventType("catalog.partner.state.v1", "dev.rivulet.catalog.partner.changed.v1");
}

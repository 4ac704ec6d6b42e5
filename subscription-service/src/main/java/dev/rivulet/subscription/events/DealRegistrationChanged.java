package dev.rivulet.subscription.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.outbox.EventType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner's registration of a customer as it stands now. An approval expires by itself at protectedUntil, which is told
 * only when somebody else wants the customer.
 *
 * @param status SUBMITTED, APPROVED, REJECTED, EXPIRED or CONVERTED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DealRegistrationChanged(
        UUID id,
        UUID partnerId,
        UUID productId,
        String customerName,
        String status,
        @Nullable Instant protectedSince,
        @Nullable Instant protectedUntil) {

    public static final EventType TYPE = new EventType(
            "subscription.deal-registration.state.v1", "dev.rivulet.subscription.deal-registration.changed.v1");
}

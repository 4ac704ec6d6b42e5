package dev.rivulet.subscription.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery in the log. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WebhookDeliveryEntry")
public record DeliveryEntry(
        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID id,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c04")
        UUID endpointId,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c05")
        String eventId,

        @Schema(examples = "dev.rivulet.subscription.invoice.paid.v1")
        String eventType,

        @Schema(examples = "PENDING") DeliveryStatus status,

        @Schema(examples = "3", description = "Attempts made")
        int attempts,

        @Schema(examples = "2026-03-15T09:30:00Z") Instant createdAt,

        @Nullable @Schema(examples = "2026-03-15T09:30:45Z") Instant nextAttemptAt,

        @Nullable @Schema(examples = "2026-03-15T09:30:01Z") Instant finishedAt) {

    static DeliveryEntry of(Delivery delivery) {
        return new DeliveryEntry(
                delivery.id(),
                delivery.endpointId(),
                delivery.eventId(),
                delivery.eventType(),
                delivery.status(),
                delivery.attempts(),
                delivery.createdAt(),
                delivery.nextAttemptAt(),
                delivery.finishedAt());
    }
}

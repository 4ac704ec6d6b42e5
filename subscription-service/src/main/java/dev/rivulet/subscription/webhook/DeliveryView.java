package dev.rivulet.subscription.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.rivulet.subscription.webhook.Attempt.Cause;
import dev.rivulet.subscription.webhook.Attempt.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery with all its attempts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WebhookDelivery")
public record DeliveryView(
        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID id,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c04")
        UUID endpointId,

        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c05", description = "The header webhook-id")
        String eventId,

        @Schema(examples = "dev.rivulet.subscription.invoice.paid.v1")
        String eventType,

        @JsonRawValue @Schema(type = SchemaType.OBJECT, description = "What is sent: type, id, time and data")
        String body,

        @Schema(examples = "DELIVERED") DeliveryStatus status,

        @Schema(examples = "2026-03-15T09:30:00Z") Instant createdAt,

        @Nullable
        @Schema(
                examples = "2026-03-15T09:30:05Z",
                description = "While it waits; the deliveries behind it wait for this one")
        Instant nextAttemptAt,

        @Nullable @Schema(examples = "2026-03-15T09:30:01Z") Instant finishedAt,

        List<AttemptView> attempts) {

    /** One attempt. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WebhookAttempt")
    record AttemptView(
            @Schema(examples = "2026-03-15T09:30:00Z") Instant at,

            @Schema(examples = "SCHEDULE", description = "Who wanted it")
            Cause cause,

            @Schema(
                    examples = "DELIVERED",
                    description = "DELIVERED, 2xx; REFUSED, another status; REDIRECTED, 3xx, which is not followed;"
                            + " TIMED_OUT, no whole answer within 10 s; UNREACHABLE; UNTRUSTED, the certificate;"
                            + " NAME_UNKNOWN; ADDRESS_REFUSED, the host has an address that is not public")
            Outcome outcome,

            @Nullable @Schema(examples = "200") Integer statusCode,
            @Schema(examples = "87") int latencyMillis,

            @Nullable @Schema(examples = "ok", description = "The first 1,000 bytes of the answer")
            String answer) {

        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.at(),
                    attempt.cause(),
                    attempt.outcome(),
                    attempt.statusCode(),
                    attempt.latencyMillis(),
                    attempt.answer());
        }
    }

    static DeliveryView of(Delivery delivery, List<Attempt> attempts) {
        return new DeliveryView(
                delivery.id(),
                delivery.endpointId(),
                delivery.eventId(),
                delivery.eventType(),
                delivery.body(),
                delivery.status(),
                delivery.createdAt(),
                delivery.nextAttemptAt(),
                delivery.finishedAt(),
                attempts.stream().map(AttemptView::of).toList());
    }
}

package dev.rivulet.subscription.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.kit.webhook.WebhookSecret;
import dev.rivulet.subscription.webhook.WebhookEndpoint.DisabledReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook endpoint as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "WebhookEndpoint")
public record WebhookEndpointView(
        @Schema(examples = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
        UUID id,

        @Schema(examples = "0", description = "The number inside the ETag")
        long version,

        @Schema(examples = "https://hooks.northwind.example/rivulet")
        String url,

        @Schema(examples = "[\"dev.rivulet.subscription.invoice.paid.v1\"]")
        List<String> eventTypes,

        @Nullable @Schema(examples = "Bookkeeping of Northwind")
        String description,

        @Schema(examples = "true") boolean enabled,

        @Nullable
        @Schema(
                examples = "CONTINUOUS_FAILURE",
                description = "Why nothing is sent: BY_HAND; CONTINUOUS_FAILURE, for three days nothing got through;"
                        + " GONE, it answered 410")
        DisabledReason disabledReason,

        @Nullable @Schema(examples = "2026-03-18T09:30:00Z") Instant disabledAt,

        @Nullable
        @Schema(
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
                description = "Shown once: when it was made")
        String secret,

        @Nullable
        @Schema(
                examples = "2026-03-19T09:30:00Z",
                description = "Until then each delivery is signed with the secret before, too")
        Instant previousSecretUntil,

        @Schema(examples = "2026-03-15T09:30:00Z") Instant createdAt) {

    static WebhookEndpointView of(WebhookEndpoint endpoint) {
        return of(endpoint, null);
    }

    static WebhookEndpointView withSecret(WebhookEndpoint endpoint, byte[] secret) {
        return of(endpoint, WebhookSecret.text(secret));
    }

    private static WebhookEndpointView of(WebhookEndpoint endpoint, @Nullable String secret) {
        return new WebhookEndpointView(
                endpoint.id,
                endpoint.version,
                endpoint.url,
                endpoint.eventTypes,
                endpoint.description,
                endpoint.enabled,
                endpoint.disabledReason,
                endpoint.disabledAt,
                secret,
                endpoint.previousUntil,
                endpoint.createdAt);
    }
}

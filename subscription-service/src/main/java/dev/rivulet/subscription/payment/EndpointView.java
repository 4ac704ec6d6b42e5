package dev.rivulet.subscription.payment;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a provider calls back. */
@Schema(name = "PaymentEndpoint")
public record EndpointView(
        @Schema(examples = "5b0e2d0e-6f0a-4f0e-9a59-0d3f4c1b7a11")
        UUID id,

        PaymentMethod provider,

        @Schema(
                examples = "/webhooks/stripe/5b0e2d0e-6f0a-4f0e-9a59-0d3f4c1b7a11",
                description = "To be given to the provider, behind this service's public address")
        String path,

        @Schema(examples = "2026-01-15T09:30:00Z") Instant createdAt) {

    static EndpointView of(UUID id, PaymentMethod provider, Instant createdAt) {
        return new EndpointView(id, provider, "/webhooks/" + slug(provider) + "/" + id, createdAt);
    }

    static String slug(PaymentMethod provider) {
        return provider.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

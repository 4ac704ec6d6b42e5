package dev.rivulet.success.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where another system of the tenant is told something. */
@Schema(name = "WebhookEndpoint")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EndpointView(
        @Schema(examples = "learning-platform") String key,

        @Schema(examples = "1", description = "The number inside the ETag")
        long version,

        @Schema(examples = "https://learning.acme.example/rivulet")
        String url,

        @Schema(
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
                description = "Shown once: when a URL is set or changed")
        @Nullable
        String secret) {

    static EndpointView of(Endpoint endpoint) {
        return new EndpointView(endpoint.key(), endpoint.version(), endpoint.url(), null);
    }

    static EndpointView withSecret(Endpoint endpoint, String secret) {
        return new EndpointView(endpoint.key(), endpoint.version(), endpoint.url(), secret);
    }
}

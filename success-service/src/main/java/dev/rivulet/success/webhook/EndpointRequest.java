package dev.rivulet.success.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where another system of the tenant is told something. */
@Schema(name = "WebhookEndpointRequest", examples = """
        {"url": "https://learning.acme.example/rivulet"}""")
public record EndpointRequest(
        @NotNull
        @Size(max = 2_000, message = "{text-too-long}")
        @Schema(
                examples = "https://learning.acme.example/rivulet",
                description = "https; its host must resolve to public addresses, which is checked before each attempt")
        String url) {}

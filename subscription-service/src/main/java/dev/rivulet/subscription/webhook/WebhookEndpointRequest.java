package dev.rivulet.subscription.webhook;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the caller says of a webhook endpoint. */
@Schema(name = "WebhookEndpointRequest", examples = """
        {"url": "https://hooks.northwind.example/rivulet",
         "eventTypes": ["dev.rivulet.subscription.invoice.paid.v1"], "description": "Bookkeeping of Northwind"}""")
public record WebhookEndpointRequest(
        @NotNull
        @Size(max = 2000, message = "{text-too-long}")
        @Schema(
                examples = "https://hooks.northwind.example/rivulet",
                description = "https; its host must resolve to public addresses, which is checked before each delivery")
        String url,

        @NotEmpty
        @Size(max = 100, message = "{webhook-types-too-many}")
        @Schema(
                examples = "[\"dev.rivulet.subscription.invoice.paid.v1\"]",
                description = "Types of events this service publishes (asyncapi.yaml lists them), or * for all")
        List<@NotNull @Size(max = 200, message = "{text-too-long}") String> eventTypes,

        @Nullable @Size(max = 500, message = "{text-too-long}") @Schema(examples = "Bookkeeping of Northwind")
        String description,

        @Nullable
        @Schema(
                examples = "true",
                description = "True if left out. Switched off, it hears of nothing that happens meanwhile")
        Boolean enabled) {}

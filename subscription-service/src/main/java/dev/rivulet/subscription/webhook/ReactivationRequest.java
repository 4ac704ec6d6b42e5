package dev.rivulet.subscription.webhook;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a disabled endpoint goes on. */
@Schema(name = "WebhookReactivationRequest", examples = """
        {"resend": true}""")
public record ReactivationRequest(
        @NotNull
        @Schema(
                examples = "true",
                description = "True: everything that has not got through since the failing began is sent, in order."
                        + " False: what waits is skipped")
        Boolean resend) {}

package dev.rivulet.subscription.payment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a call was understood. */
@Schema(name = "PaymentCallback")
public record CallbackView(
        @Schema(examples = "true", description = "False for an event that was received before")
        boolean received) {}

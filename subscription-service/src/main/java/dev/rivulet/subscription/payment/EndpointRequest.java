package dev.rivulet.subscription.payment;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A provider that is to call back. */
@Schema(name = "PaymentEndpointRequest", examples = """
        {"provider": "STRIPE"}""")
public record EndpointRequest(
        @NotNull @Schema(examples = "STRIPE") PaymentMethod provider) {}

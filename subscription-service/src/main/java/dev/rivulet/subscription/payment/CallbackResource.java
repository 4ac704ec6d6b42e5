package dev.rivulet.subscription.payment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What providers tell. */
@Path("/webhooks")
@Tag(name = "Payment endpoints")
@RunOnVirtualThread
@PermitAll
@SecurityScheme(
        securitySchemeName = "signature",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = "Stripe-Signature",
        description = "HMAC-SHA256 over time and body, by the secret the provider shares with the tenant")
public class CallbackResource {

    private final Callbacks callbacks;

    CallbackResource(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @POST
    @Path("/stripe/{endpoint}")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "signature")
    @Operation(
            operationId = "receiveStripeEvent",
            summary = "Receive an event of Stripe",
            description = "Without a token: the signature (`t=…,v1=…`, HMAC-SHA256 of time and body, no more than 300"
                    + " seconds old) tells who calls, the address whose it is. An event counts once. 400"
                    + " signature-invalid.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "paid",
                                            value = "{\"id\":\"evt_1\",\"type\":\"payment_intent.succeeded\","
                                                    + "\"data\":{\"object\":{\"id\":\"pi_1\"}}}")))
    @APIResponse(responseCode = "200", description = "Understood, now or before")
    public CallbackView stripe(
            @PathParam("endpoint")
                    @Parameter(description = "The address", example = "5b0e2d0e-6f0a-4f0e-9a59-0d3f4c1b7a11")
                    UUID endpoint,
            @HeaderParam("Stripe-Signature")
                    @Parameter(description = "Time and signature", example = "t=1492774577,v1=5257a869e7ec")
                    @Nullable
                    String signature,
            byte[] body) {
        return callbacks.receive(PaymentMethod.STRIPE, endpoint, signature, body);
    }

    @POST
    @Path("/card-sandbox/{endpoint}")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "signature")
    @Operation(
            operationId = "receiveSandboxEvent",
            summary = "Receive an event of the sandbox card",
            description = "As Stripe's, with its signature in Sandbox-Signature.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "paid",
                                            value = "{\"id\":\"evt_1\",\"type\":\"payment_intent.succeeded\","
                                                    + "\"data\":{\"object\":{\"id\":\"sandbox-1\"}}}")))
    @APIResponse(responseCode = "200", description = "Understood, now or before")
    public CallbackView sandbox(
            @PathParam("endpoint")
                    @Parameter(description = "The address", example = "5b0e2d0e-6f0a-4f0e-9a59-0d3f4c1b7a11")
                    UUID endpoint,
            @HeaderParam("Sandbox-Signature")
                    @Parameter(description = "Time and signature", example = "t=1492774577,v1=5257a869e7ec")
                    @Nullable
                    String signature,
            byte[] body) {
        return callbacks.receive(PaymentMethod.CARD_SANDBOX, endpoint, signature, body);
    }
}

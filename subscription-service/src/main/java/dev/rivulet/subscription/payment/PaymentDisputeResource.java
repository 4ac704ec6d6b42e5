package dev.rivulet.subscription.payment;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A payment that is taken back. */
@Path("/payments/{id}/disputes")
@Tag(name = "Refunds and disputes")
@RunOnVirtualThread
@RolesAllowed({Roles.BILLING, Roles.ADMIN})
public class PaymentDisputeResource {

    private final Disputing disputing;

    PaymentDisputeResource(Disputing disputing) {
        this.disputing = disputing;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "openDispute",
            summary = "Record that a customer's bank took a payment back",
            description = "What it paid last is due again, then the customer's balance goes, then it is a loss. A"
                    + " provider's webhook does the same by itself. While a dispute is open nothing of the customer is"
                    + " collected by itself.")
    @APIResponse(
            responseCode = "201",
            description = "Done",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DisputeView.class)),
            headers = {
                @Header(name = "Location", description = "The disputes", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<DisputeView> open(
            @PathParam("id") @Parameter(description = "The payment", example = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05")
                    UUID id,
            @Valid @NotNull DisputeRequest request) {
        var dispute = disputing.open(id, request);
        return Answer.created(dispute, "/disputes", dispute.version());
    }
}

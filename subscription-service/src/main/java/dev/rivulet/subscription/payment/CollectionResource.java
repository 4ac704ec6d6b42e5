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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Money to be fetched. */
@Path("/collections")
@Tag(name = "Payments")
@RunOnVirtualThread
@RolesAllowed({Roles.BILLING, Roles.ADMIN})
public class CollectionResource {

    private final Collecting collecting;

    CollectionResource(Collecting collecting) {
        this.collecting = collecting;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "collect",
            summary = "Collect what a customer owes",
            description = "One debit for all open invoices, or those named; the customer's balance is used first. The"
                    + " payment may come back FAILED, or UNKNOWN when the provider does not answer: then nothing of"
                    + " these invoices can be collected until that is known (409 payment-undecided). 422"
                    + " payment-method-missing, method-not-collectable, amount-below-minimum.")
    @APIResponse(
            responseCode = "201",
            description = "Tried",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CollectionView.class)),
            headers =
                    @Header(
                            name = "Location",
                            description = "The payment, or all payments when there was nothing to collect",
                            schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<CollectionView> collect(@Valid @NotNull CollectionRequest request) {
        var collection = collecting.collect(request);
        var payment = collection.payment();
        return Answer.created(collection, payment == null ? "/payments" : "/payments/" + payment.id());
    }
}

package dev.rivulet.subscription.billing;

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

/** Charges made by hand. */
@Path("/accounts/{id}/charges")
@Tag(name = "Charges")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.BILLING, Roles.ADMIN})
public class AccountChargeResource {

    private final Charges charges;

    AccountChargeResource(Charges charges) {
        this.charges = charges;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "addCharge",
            summary = "Charge something once",
            description = "It waits for the payer's next invoice. 422 currency-mismatch, tax-code-unknown or date-range"
                    + " at the field.")
    @APIResponse(
            responseCode = "201",
            description = "Pending",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChargeView.class)),
            headers =
                    @Header(name = "Location", description = "The charge", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<ChargeView> add(
            @PathParam("id") @Parameter(description = "The account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID account,
            @Valid @NotNull ChargeRequest request) {
        var charge = charges.add(account, request);
        return Answer.created(charge, "/charges/" + charge.id());
    }
}

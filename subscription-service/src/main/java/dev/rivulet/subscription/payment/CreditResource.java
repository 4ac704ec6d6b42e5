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

/** Money granted to customers. */
@Path("/accounts/{id}/credits")
@Tag(name = "Customer balance")
@RunOnVirtualThread
@RolesAllowed({Roles.BILLING, Roles.ADMIN})
public class CreditResource {

    private final Crediting crediting;

    CreditResource(Crediting crediting) {
        this.crediting = crediting;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "grantCredit",
            summary = "Grant a customer money out of kindness",
            description =
                    "It pays for open invoices at once, the oldest due first; the rest stays on the balance and is"
                            + " used before anything is collected. 422 currency-mismatch.")
    @APIResponse(
            responseCode = "201",
            description = "Granted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreditView.class)),
            headers =
                    @Header(
                            name = "Location",
                            description = "What changed the balance",
                            schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<CreditView> grant(
            @PathParam("id") @Parameter(description = "The account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id,
            @Valid @NotNull CreditRequest request) {
        return Answer.created(crediting.grant(id, request), "/accounts/" + id + "/balance/movements");
    }
}

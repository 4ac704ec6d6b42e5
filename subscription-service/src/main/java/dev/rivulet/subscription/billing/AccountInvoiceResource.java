package dev.rivulet.subscription.billing;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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

/** Invoices made on demand. */
@Path("/accounts/{id}/invoices")
@Tag(name = "Invoices")
@RunOnVirtualThread
@RolesAllowed({Roles.BILLING, Roles.ADMIN})
public class AccountInvoiceResource {

    private final InvoiceCommands commands;

    AccountInvoiceResource(InvoiceCommands commands) {
        this.commands = commands;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "invoiceNow",
            summary = "Invoice what is pending, now",
            description =
                    "Whatever is due of the payer's charges, without waiting for the billing day and however little"
                            + " it is. 409 nothing-to-invoice when none is due or only credits are, account-rolled-up when"
                            + " another account pays.")
    @APIResponse(
            responseCode = "201",
            description = "Issued, or made as a draft where the payer has a grace",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvoiceView.class)),
            headers = {
                @Header(name = "Location", description = "The invoice", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<InvoiceView> invoiceNow(
            @PathParam("id") @Parameter(description = "The payer", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID account) {
        var invoice = commands.invoiceNow(account);
        return Answer.created(invoice, "/invoices/" + invoice.id(), invoice.version());
    }
}

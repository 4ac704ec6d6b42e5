package dev.rivulet.subscription.account;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Roles;
import dev.rivulet.subscription.account.domain.CollectionMethod;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is worth collecting. */
@Path("/invoice-minimums")
@Tag(name = "Invoice minimums", description = "The least worth collecting, by currency and method; less is carried on")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class InvoiceMinimumResource {

    private final InvoiceMinimums minimums;

    InvoiceMinimumResource(InvoiceMinimums minimums) {
        this.minimums = minimums;
    }

    @GET
    @Operation(
            operationId = "listInvoiceMinimums",
            summary = "List the tenant's minimums",
            description = "By currency and method. An account may have one of its own, which goes before.")
    public List<InvoiceMinimumView> list() {
        return minimums.all();
    }

    @PUT
    @Path("/{currency}/{method}")
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "putInvoiceMinimum",
            summary = "Set the minimum of a currency and method",
            description =
                    "Holds from the next invoice on. 422 currency-mismatch when the amount is in another currency.")
    @APIResponse(responseCode = "200", description = "As it stands now")
    public InvoiceMinimumView put(
            @PathParam("currency") @IsoCurrency @Parameter(description = "ISO 4217", example = "EUR") String currency,
            @PathParam("method") @Parameter(description = "How it is collected", example = "CARD")
                    CollectionMethod method,
            @Valid @NotNull MinimumRequest minimum) {
        if (!minimum.amount().currency().getCurrencyCode().equals(currency)) {
            throw Rejected.unprocessable(
                    "currency-mismatch", "/amount/currency", minimum.amount().currency(), currency);
        }
        if (minimum.amount().isNegative()) {
            throw Rejected.invalid("amount-negative", "/amount/amount");
        }
        return minimums.put(method, minimum);
    }

    @DELETE
    @Path("/{currency}/{method}")
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "removeInvoiceMinimum",
            summary = "Collect however little",
            description = "What was carried forward is invoiced with the payer's next charges, or at its age cap.")
    @APIResponse(responseCode = "204", description = "There is none any more")
    public void remove(
            @PathParam("currency") @IsoCurrency @Parameter(description = "ISO 4217", example = "EUR") String currency,
            @PathParam("method") @Parameter(description = "How it is collected", example = "CARD")
                    CollectionMethod method) {
        minimums.remove(currency, method);
    }
}

package dev.rivulet.subscription.billing;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Invoices, which only the invoice run issues. */
@Path("/invoices")
@Tag(name = "Invoices", description = "One for each period of each subscription, in advance, numbered without gaps")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class InvoiceResource {

    private final InvoiceRepository invoices;

    InvoiceResource(InvoiceRepository invoices) {
        this.invoices = invoices;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listInvoices",
            summary = "List invoices, oldest first",
            description = "Page by page, with what has been paid of each and what is due.")
    public RestResponse<Page<InvoiceView>> list(
            @QueryParam("accountId")
                    @Parameter(description = "Only of this account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    @Nullable
                    UUID accountId,
            @QueryParam("subscriptionId")
                    @Parameter(
                            description = "Only of this subscription",
                            example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
                    @Nullable
                    UUID subscriptionId,
            @QueryParam("status") @Parameter(description = "Only in this status", example = "FINALIZED") @Nullable
                    InvoiceStatus status,
            @BeanParam PageRequest page) {
        return page.respond(
                "invoices",
                invoices.list(accountId, subscriptionId, status, page.after("invoices"), page.count()),
                InvoiceView::of,
                invoice -> invoice.id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getInvoice",
            summary = "Read an invoice",
            description =
                    "With its lines, and what has been paid and is due. An invoice never changes but by its payments.")
    @APIResponse(
            responseCode = "200",
            description = "The invoice",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<InvoiceView> get(
            @PathParam("id") @Parameter(description = "The invoice", example = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04")
                    UUID id) {
        var invoice = invoices.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("invoice", id));
        return Answer.ok(InvoiceView.of(invoice), invoice.version);
    }
}

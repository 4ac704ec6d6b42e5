package dev.rivulet.subscription.billing;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.jspecify.annotations.Nullable;

/** Invoices as they are read. */
@Path("/invoices")
@Tag(
        name = "Invoices",
        description = "What a payer is asked for: all its charges of a billing day, numbered without gaps")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class InvoiceResource {

    private static final String INVOICE = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04";

    private final InvoiceReading reading;
    private final InvoiceRepository invoices;
    private final ChargeRepository charges;
    private final Documents documents;

    InvoiceResource(InvoiceReading reading, InvoiceRepository invoices, ChargeRepository charges, Documents documents) {
        this.reading = reading;
        this.invoices = invoices;
        this.charges = charges;
        this.documents = documents;
    }

    @GET
    @Operation(
            operationId = "listInvoices",
            summary = "List invoices, oldest first",
            description = "Page by page, with what has been paid of each and what is due.")
    public RestResponse<Page<InvoiceView>> list(@BeanParam InvoiceFilter filter, @BeanParam PageRequest page) {
        return page.respond(
                "invoices",
                reading.list(filter, page.after("invoices"), page.count()),
                invoice -> invoice,
                InvoiceView::id);
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getInvoice",
            summary = "Read an invoice",
            description = "With its lines, and what has been paid and is due. As text/html or application/pdf it is the"
                    + " document for the customer, in the language of Accept-Language.")
    @APIResponse(
            responseCode = "200",
            description = "The invoice",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = InvoiceView.class)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING, examples = "<!DOCTYPE html>")),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            },
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<InvoiceView> get(
            @PathParam("id") @Parameter(description = "The invoice", example = INVOICE) UUID id) {
        var invoice = reading.get(id);
        return Answer.ok(invoice, invoice.version());
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.TEXT_HTML + ";qs=0.5")
    @Transactional
    @Operation(hidden = true)
    public String html(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return documents.html(id, language);
    }

    @GET
    @Path("/{id}")
    @Produces("application/pdf;qs=0.4")
    @Transactional
    @Operation(hidden = true)
    public byte[] pdf(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return documents.pdf(id, language);
    }

    @GET
    @Path("/{id}/lines/{position}/explanation")
    @Transactional
    @Operation(
            operationId = "explainInvoiceLine",
            summary = "Explain a line",
            description = "How it was reckoned when it was charged: price, days, fraction, rounding, cause. It is"
                    + " reckoned again from what is stored; matches tells whether the same came out.")
    public LineExplanation explain(
            @PathParam("id") @Parameter(description = "The invoice", example = INVOICE) UUID id,
            @PathParam("position") @Parameter(description = "Number of the line", example = "1") int position) {
        invoices.get(id);
        return LineExplanation.of(charges.line(id, position));
    }
}

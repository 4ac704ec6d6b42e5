package dev.rivulet.subscription.billing;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
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
import org.jspecify.annotations.Nullable;

/** What people do to invoices by hand. */
@Path("/invoices")
@Tag(name = "Invoices")
@RunOnVirtualThread
@RolesAllowed({Roles.BILLING, Roles.ADMIN})
public class InvoiceCommandResource {

    private static final String INVOICE = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04";

    private final InvoiceCommands commands;
    private final CreditNotes creditNotes;

    InvoiceCommandResource(InvoiceCommands commands, CreditNotes creditNotes) {
        this.commands = commands;
        this.creditNotes = creditNotes;
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "discardInvoice",
            summary = "Take a draft back",
            description = "Its charges are pending again, and the next invoice takes them. 409 invoice-not-draft.")
    @APIResponse(responseCode = "204", description = "There is no such draft any more")
    public void discard(
            @PathParam("id") @Parameter(description = "The draft", example = INVOICE) UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch) {
        commands.discard(id, ifMatch);
    }

    @POST
    @Path("/{id}/finalizations")
    @Idempotent
    @Operation(
            operationId = "finalizeInvoice",
            summary = "Make a draft final before its day",
            description =
                    "It gets its number, is booked, and the balance pays of it what it can. 409 invoice-not-draft.")
    @APIResponse(
            responseCode = "200",
            description = "The invoice as it stands now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvoiceView.class)),
            headers =
                    @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<InvoiceView> finalizeDraft(
            @PathParam("id") @Parameter(description = "The invoice", example = INVOICE) UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch) {
        var done = commands.finalizeDraft(id, ifMatch);
        return Answer.ok(done, done.version());
    }

    @POST
    @Path("/{id}/voids")
    @Idempotent
    @Operation(
            operationId = "voidInvoice",
            summary = "Void an invoice",
            description =
                    "It was a mistake: nothing is due on it, its charges are void, the balance it used is given back. 409"
                            + " invoice-has-payments (refund them or issue a credit note), invoice-credited, invoice-balance-spent"
                            + " or invoice-not-voidable.")
    @APIResponse(
            responseCode = "200",
            description = "The invoice as it stands now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvoiceView.class)),
            headers =
                    @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<InvoiceView> undo(
            @PathParam("id") @Parameter(description = "The invoice", example = INVOICE) UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @Valid @NotNull ReasonRequest request) {
        var done = commands.undo(id, ifMatch, request.reason());
        return Answer.ok(done, done.version());
    }

    @POST
    @Path("/{id}/rebills")
    @Idempotent
    @Operation(
            operationId = "rebillInvoice",
            summary = "Void an invoice and issue it anew",
            description =
                    "The same charges, by the terms, taxes and coupons that hold now. The new invoice tells which it"
                            + " replaces. 409 as for voids.")
    @APIResponse(
            responseCode = "201",
            description = "The invoice in its place",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvoiceView.class)),
            headers = {
                @Header(name = "Location", description = "What was made", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<InvoiceView> rebill(
            @PathParam("id") @Parameter(description = "The invoice", example = INVOICE) UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @Valid @NotNull ReasonRequest request) {
        var done = commands.rebill(id, ifMatch, request.reason());
        return Answer.created(done, "/invoices/" + done.id(), done.version());
    }

    @POST
    @Path("/{id}/write-offs")
    @Idempotent
    @Operation(
            operationId = "writeOffInvoice",
            summary = "Give up what is due",
            description =
                    "The invoice is UNCOLLECTIBLE and what was due a bad debt. A payment that names it may still come;"
                            + " so much of it is no bad debt then, and the whole makes it PAID. 409 invoice-not-open.")
    @APIResponse(
            responseCode = "200",
            description = "The invoice as it stands now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvoiceView.class)),
            headers =
                    @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<InvoiceView> writeOff(
            @PathParam("id") @Parameter(description = "The invoice", example = INVOICE) UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @Valid @NotNull ReasonRequest request) {
        var done = commands.writeOff(id, ifMatch, request.reason());
        return Answer.ok(done, done.version());
    }

    @POST
    @Path("/{id}/credit-notes")
    @Idempotent
    @Operation(
            operationId = "creditInvoice",
            summary = "Give back what an invoice asked for",
            description =
                    "Line by line or all of it, never more than was asked for; tax and discount go with it. It takes off"
                            + " what is due first, the rest goes to the customer's balance or, asked to, is refunded:"
                            + " a bank transfer is to be sent then, a card's provider is asked within a minute. 409 nothing-to-credit or"
                            + " invoice-not-creditable; 422 line-unknown, line-twice, credit-exceeds-line, credit-not-refundable or currency-mismatch at the"
                            + " field.")
    @APIResponse(
            responseCode = "201",
            description = "Issued",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreditNoteView.class)),
            headers = @Header(name = "Location", description = "The note", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<CreditNoteView> issue(
            @PathParam("id") @Parameter(description = "The invoice", example = INVOICE) UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @Valid @NotNull CreditNoteRequest request) {
        var done = creditNotes.issue(id, ifMatch, request);
        return Answer.created(done, "/credit-notes/" + done.id());
    }
}

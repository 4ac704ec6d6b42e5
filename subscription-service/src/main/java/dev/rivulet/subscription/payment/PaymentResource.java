package dev.rivulet.subscription.payment;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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

/** Money received. */
@Path("/payments")
@Tag(name = "Payments", description = "Money received for invoices, whole or in parts")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class PaymentResource {

    /** A payment never changes. */
    private static final long ONLY_VERSION = 0;

    private final Paying paying;
    private final PaymentRepository payments;

    PaymentResource(Paying paying, PaymentRepository payments) {
        this.paying = paying;
        this.payments = payments;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "recordPayment",
            summary = "Record money received for an invoice",
            description = "The invoice becomes PARTIALLY_PAID or PAID. 409 payment-reference-used when a payment has"
                    + " the reference already; 422 invoice-unknown, currency-mismatch, payment-exceeds-due or"
                    + " received-on-range at the field.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentView.class)),
            headers = {
                @Header(name = "Location", description = "The payment", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<PaymentView> record(@Valid @NotNull PaymentRequest request) {
        var payment = paying.record(request);
        return Answer.created(payment, "/payments/" + payment.id(), ONLY_VERSION);
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listPayments",
            summary = "List payments, in the order they were recorded",
            description = "Page by page; nextCursor and the Link header lead on.")
    public RestResponse<Page<PaymentView>> list(
            @QueryParam("invoiceId")
                    @Parameter(description = "Only of this invoice", example = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04")
                    @Nullable
                    UUID invoiceId,
            @BeanParam PageRequest page) {
        return page.respond(
                "payments",
                payments.list(invoiceId, page.after("payments"), page.count()),
                PaymentView::of,
                payment -> payment.id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getPayment",
            summary = "Read a payment",
            description = "As it was recorded; payments are never changed.")
    @APIResponse(
            responseCode = "200",
            description = "The payment",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<PaymentView> get(
            @PathParam("id") @Parameter(description = "The payment", example = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05")
                    UUID id) {
        return Answer.ok(PaymentView.of(payments.get(id)), ONLY_VERSION);
    }
}

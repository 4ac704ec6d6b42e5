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

/** What is given back of a payment. */
@Path("/payments/{id}/refunds")
@Tag(name = "Refunds and disputes", description = "Money given back, and money that a customer's bank takes back")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class PaymentRefundResource {

    private final Refunding refunding;
    private final RefundRepository refunds;
    private final PaymentRepository payments;

    PaymentRefundResource(Refunding refunding, RefundRepository refunds, PaymentRepository payments) {
        this.refunding = refunding;
        this.refunds = refunds;
        this.payments = payments;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "refundPayment",
            summary = "Give money of a payment back",
            description = "In whole or in part. Of INVOICES: what the payment paid last is due again. Of BALANCE: from"
                    + " what the customer has with us. Of GOODWILL: from us. To the METHOD it came by, or to the"
                    + " customer's BALANCE. 409 payment-not-succeeded; 422 refund-exceeds-payment,"
                    + " refund-exceeds-invoices, refund-exceeds-balance, refund-to-balance-of-invoices.")
    @APIResponse(
            responseCode = "201",
            description = "Done",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RefundView.class)),
            headers = {
                @Header(name = "Location", description = "The refund", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<RefundView> refund(
            @PathParam("id") @Parameter(description = "The payment", example = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05")
                    UUID id,
            @Valid @NotNull RefundRequest request) {
        var refund = refunding.refund(id, request);
        return Answer.created(refund, "/refunds/" + refund.id(), refund.version());
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listRefunds",
            summary = "List what was given back of a payment, oldest first",
            description = "With what failed. Page by page.")
    public RestResponse<Page<RefundView>> list(
            @PathParam("id") @Parameter(description = "The payment", example = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05")
                    UUID id,
            @BeanParam PageRequest page) {
        var payment = payments.get(id);
        return page.respond(
                "refunds",
                refunds.list(payment.id, page.after("refunds"), page.count()),
                RefundView::of,
                refund -> refund.id);
    }
}

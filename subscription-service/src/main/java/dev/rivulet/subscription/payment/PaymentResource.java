package dev.rivulet.subscription.payment;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import dev.rivulet.subscription.payment.domain.PaymentStatus;
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
import java.util.List;
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

/** Money received, and attempts to get it. */
@Path("/payments")
@Tag(name = "Payments", description = "Money received for invoices, whole or in parts, and attempts to get it")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class PaymentResource {

    private final Receiving receiving;
    private final Collecting collecting;
    private final Resolving resolving;
    private final PaymentRepository payments;
    private final AllocationTable allocations;

    PaymentResource(
            Receiving receiving,
            Collecting collecting,
            Resolving resolving,
            PaymentRepository payments,
            AllocationTable allocations) {
        this.receiving = receiving;
        this.collecting = collecting;
        this.resolving = resolving;
        this.payments = payments;
        this.allocations = allocations;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "recordPayment",
            summary = "Record money received",
            description = "For an invoice (invoiceId), which becomes PARTIALLY_PAID or PAID and takes no more than is"
                    + " due; or from a customer (accountId), whose invoices are paid, the ones named first and then the"
                    + " oldest due, and whose balance gets the rest. 409 payment-reference-used when a payment has"
                    + " the reference already; 422 invoice-unknown, account-unknown, currency-mismatch,"
                    + " payment-exceeds-due, method-collects-itself or received-on-range at the field.")
    @APIResponse(
            responseCode = "201",
            description = "Done",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentView.class)),
            headers = {
                @Header(name = "Location", description = "The payment", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<PaymentView> record(@Valid @NotNull PaymentRequest request) {
        var payment = receiving.record(request);
        return Answer.created(payment, "/payments/" + payment.id(), payment.version());
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listPayments",
            summary = "List payments, in the order they were recorded",
            description = "With those that failed and those that nobody knows yet. Page by page; nextCursor and the"
                    + " Link header lead on.")
    public RestResponse<Page<PaymentView>> list(
            @QueryParam("invoiceId")
                    @Parameter(
                            description = "Only those that pay, or tried to pay, this invoice",
                            example = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04")
                    @Nullable
                    UUID invoiceId,
            @QueryParam("accountId")
                    @Parameter(description = "Only of this account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    @Nullable
                    UUID accountId,
            @QueryParam("status") @Parameter(description = "Only in this status", example = "UNKNOWN") @Nullable
                    PaymentStatus status,
            @BeanParam PageRequest page) {
        var found = payments.list(
                invoiceId == null ? null : allocations.paymentsOf(invoiceId),
                accountId,
                status,
                page.after("payments"),
                page.count());
        var shares = allocations.of(found.stream().map(payment -> payment.id).toList());
        return page.respond(
                "payments",
                found,
                payment -> PaymentView.of(payment, shares.getOrDefault(payment.id, List.of())),
                payment -> payment.id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getPayment",
            summary = "Read a payment",
            description = "What it is worth never changes; what it pays of which invoices does, when it is refunded.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<PaymentView> get(
            @PathParam("id") @Parameter(description = "The payment", example = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05")
                    UUID id) {
        var payment = payments.get(id);
        return Answer.ok(
                PaymentView.of(payment, allocations.of(List.of(id)).getOrDefault(id, List.of())), payment.version);
    }

    @POST
    @Path("/{id}/queries")
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "queryPayment",
            summary = "Ask the provider what became of a payment",
            description = "For one that is PENDING or UNKNOWN; what the provider says is applied. Repeating it is"
                    + " harmless. 409 payment-decided when it is known already.")
    @APIResponse(responseCode = "200", description = "The payment as it stands now")
    public PaymentView query(
            @PathParam("id") @Parameter(description = "The payment", example = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05")
                    UUID id) {
        return collecting.ask(id);
    }

    @POST
    @Path("/{id}/resolutions")
    @Idempotent
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "resolvePayment",
            summary = "State what became of a payment",
            description = "By somebody who has looked it up with the provider. 409 payment-decided when it is known"
                    + " already, provider-payment-known when another payment has the provider's name.")
    @APIResponse(
            responseCode = "200",
            description = "The payment as it stands now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PaymentView.class)),
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<PaymentView> resolve(
            @PathParam("id") @Parameter(description = "The payment", example = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05")
                    UUID id,
            @Valid @NotNull ResolutionRequest request) {
        var payment = resolving.resolve(id, request);
        return Answer.ok(payment, payment.version());
    }

    @POST
    @Path("/{id}/sandbox-outcomes")
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "tellSandboxCard",
            summary = "Tell the sandbox card how a charge that timed out has ended",
            description = "The payment learns of it when the provider is asked. 409 sandbox-charge-decided when none of"
                    + " it timed out.")
    @APIResponse(responseCode = "200", description = "The payment, still not knowing")
    public PaymentView tell(
            @PathParam("id") @Parameter(description = "The payment", example = "0197a3f3-406b-7f13-8d96-ae5e4fbf1e05")
                    UUID id,
            @Valid @NotNull SandboxOutcomeRequest request) {
        return resolving.tell(id, request);
    }
}

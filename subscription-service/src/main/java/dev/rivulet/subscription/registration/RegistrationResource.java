package dev.rivulet.subscription.registration;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.PARTNER;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.subscription.registration.domain.RegistrationStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Deals that partners register. */
@Path("/deal-registrations")
@Tag(name = "Deal registrations", description = "Customers that partners bring, protected once approved")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS, PARTNER})
public class RegistrationResource {

    private static final String LIST = "deal-registrations";

    private final Registrations registrations;

    RegistrationResource(Registrations registrations) {
        this.registrations = registrations;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN, PARTNER})
    @Operation(
            operationId = "registerDeal",
            summary = "Register a customer for a product",
            description = "By a partner, or for it by the company's own people. Customers are the same when their names"
                    + " are, apart from the legal form, or their tax ids or domains. 409 customer-protected tells since"
                    + " when and until when another's approval protects the customer; customer-protected-by names the"
                    + " registration, to its own partner and the company's own people. 422 partner-not-active,"
                    + " product-not-offered; 403 partner-missing when a partner's token names none.")
    @APIResponse(
            responseCode = "201",
            description = "Submitted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RegistrationView.class)))
    public RestResponse<RegistrationView> submit(@Valid @NotNull RegistrationRequest request) {
        var registration = registrations.submit(request);
        return Answer.created(registration, "/deal-registrations/" + registration.id(), registration.version());
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listDealRegistrations",
            summary = "List registrations, oldest first",
            description = "Page by page; a partner's token sees its own.")
    public RestResponse<Page<RegistrationView>> list(
            @QueryParam("partnerId")
                    @Parameter(description = "Only of this partner", example = "019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90")
                    @Nullable
                    UUID partnerId,
            @QueryParam("productId")
                    @Parameter(description = "Only for this product", example = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900")
                    @Nullable
                    UUID productId,
            @QueryParam("status") @Parameter(description = "Only in this status", example = "SUBMITTED") @Nullable
                    RegistrationStatus status,
            @BeanParam PageRequest page) {
        var now = registrations.now();
        return page.respond(
                LIST,
                registrations.list(partnerId, productId, status, page.after(LIST), page.count()),
                registration -> RegistrationView.of(registration, now),
                registration -> registration.id);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getDealRegistration",
            summary = "Read a registration",
            description = "With its ETag, and since when and until when it protects the customer.")
    public RestResponse<RegistrationView> get(
            @PathParam("id")
                    @Parameter(description = "The registration", example = "0197a3f5-1a2b-7c3d-8e4f-5a6b7c8d9e01")
                    UUID id) {
        return answer(registrations.get(id));
    }

    @POST
    @Path("/{id}/approvals")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "approveDealRegistration",
            summary = "Approve a registration",
            description =
                    "Protects the customer for the partner and product for 90 days. 409 customer-protected-by when"
                            + " another approval does already, however close together the two are; registration-status unless"
                            + " it is SUBMITTED. 422 partner-not-active.")
    @APIResponse(responseCode = "200", description = "Approved")
    public RestResponse<RegistrationView> approve(
            @PathParam("id")
                    @Parameter(description = "The registration", example = "0197a3f5-1a2b-7c3d-8e4f-5a6b7c8d9e01")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch) {
        return answer(registrations.approve(id, ifMatch));
    }

    @POST
    @Path("/{id}/rejections")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "rejectDealRegistration",
            summary = "Reject a registration",
            description = "With a reason, which the partner reads. 409 registration-status unless it is SUBMITTED.")
    @APIResponse(responseCode = "200", description = "Rejected")
    public RestResponse<RegistrationView> reject(
            @PathParam("id")
                    @Parameter(description = "The registration", example = "0197a3f5-1a2b-7c3d-8e4f-5a6b7c8d9e01")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @Valid @NotNull RejectionRequest request) {
        return answer(registrations.reject(id, ifMatch, request.reason()));
    }

    private static RestResponse<RegistrationView> answer(RegistrationView registration) {
        return Answer.ok(registration, registration.version());
    }
}

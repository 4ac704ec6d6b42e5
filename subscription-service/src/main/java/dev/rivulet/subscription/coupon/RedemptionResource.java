package dev.rivulet.subscription.coupon;

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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Coupons that accounts have redeemed. */
@Path("/accounts/{id}/coupons")
@Tag(name = "Redemptions", description = "Coupons that accounts have redeemed, and what is left of them")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class RedemptionResource {

    private static final String ACCOUNT = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03";

    private final Coupons coupons;
    private final RedemptionRepository repository;

    RedemptionResource(Coupons coupons, RedemptionRepository repository) {
        this.coupons = coupons;
        this.repository = repository;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "redeemCoupon",
            summary = "Redeem a coupon",
            description = "It discounts what is invoiced from now on: all that the account pays, or the account's own"
                    + " charges where another pays them. Several act in the order they were redeemed, each on what the"
                    + " earlier ones left. 409 coupon-exhausted or coupon-redeemed at its limits; 422 coupon-unknown,"
                    + " coupon-over or currency-mismatch.")
    @APIResponse(
            responseCode = "201",
            description = "Redeemed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RedemptionView.class)))
    public RestResponse<RedemptionView> redeem(
            @PathParam("id") @Parameter(description = "The account", example = ACCOUNT) UUID account,
            @Valid @NotNull RedemptionRequest request) {
        var redemption = coupons.redeem(account, request.code());
        return Answer.created(redemption, "/accounts/" + account + "/coupons/" + redemption.id());
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listRedemptions",
            summary = "List the coupons of an account, in the order they act",
            description = "Page by page; nextCursor and the Link header lead on.")
    public RestResponse<Page<RedemptionView>> list(
            @PathParam("id") @Parameter(description = "The account", example = ACCOUNT) UUID account,
            @BeanParam PageRequest page) {
        return page.respond(
                "redemptions",
                repository.list(account, page.after("redemptions"), page.count()),
                RedemptionView::of,
                redemption -> redemption.id);
    }

    @DELETE
    @Path("/{redemptionId}")
    @RolesAllowed({Roles.SALES, Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "removeRedemption",
            summary = "Take a coupon from an account",
            description = "Invoices already made keep their discount.")
    @APIResponse(responseCode = "204", description = "It discounts nothing any more")
    public void remove(
            @PathParam("id") @Parameter(description = "The account", example = ACCOUNT) UUID account,
            @PathParam("redemptionId")
                    @Parameter(description = "The redemption", example = "0197a3f5-1e4f-7b11-8e85-9c4c3f9e0d44")
                    UUID id) {
        coupons.remove(account, id);
    }
}

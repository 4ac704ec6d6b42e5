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

/** Discounts. */
@Path("/coupons")
@Tag(name = "Coupons", description = "Discounts that accounts redeem")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class CouponResource {

    private final Coupons coupons;
    private final CouponRepository repository;

    CouponResource(Coupons coupons, CouponRepository repository) {
        this.coupons = coupons;
        this.repository = repository;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "makeCoupon",
            summary = "Make a coupon",
            description =
                    "A percentage or an amount, off one invoice, off several, or off all. It is never changed. 409"
                            + " coupon-code-used; 422 coupon-percent-or-amount or coupon-periods at the field.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CouponView.class)),
            headers =
                    @Header(name = "Location", description = "The coupon", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<CouponView> make(@Valid @NotNull CouponRequest request) {
        var coupon = coupons.make(request);
        return Answer.created(coupon, "/coupons/" + coupon.id());
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listCoupons",
            summary = "List coupons, oldest first",
            description = "With how often each was redeemed. Page by page; nextCursor and the Link header lead on.")
    public RestResponse<Page<CouponView>> list(@BeanParam PageRequest page) {
        return page.respond(
                "coupons", repository.list(page.after("coupons"), page.count()), CouponView::of, coupon -> coupon.id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getCoupon", summary = "Read a coupon", description = "With how often it was redeemed.")
    public CouponView get(
            @PathParam("id") @Parameter(description = "The coupon", example = "0197a3f5-0d3e-7a10-8d74-8b3b2e8d9c43")
                    UUID id) {
        return CouponView.of(repository.get(id));
    }
}

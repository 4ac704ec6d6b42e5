package dev.rivulet.catalog.product;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Waivers over HTTP. */
@Path("/products/{id}/waivers")
@Tag(name = "Products")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class WaiverResource {

    private static final String LIST = "waivers";

    private final Traction traction;

    WaiverResource(Traction traction) {
        this.traction = traction;
    }

    @POST
    @Idempotent
    @RolesAllowed({ADMIN})
    @Operation(
            operationId = "signWaiver",
            summary = "Open a gate without its evidence",
            description = "An administrator answers for it by name. 409 `gate-waived` when somebody already did.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WaiverView.class)))
    public RestResponse<WaiverView> create(@PathParam("id") UUID id, @Valid @NotNull WaiverRequest request) {
        var waiver = traction.sign(id, request);
        return Answer.created(WaiverView.of(waiver), "/products/" + id + "/waivers");
    }

    @GET
    @Operation(
            operationId = "listWaivers",
            summary = "List the waivers of a product",
            description = "In the order they were signed, page by page.")
    public RestResponse<Page<WaiverView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = traction.waivers(id, page.after(LIST), page.count());
        return page.respond(LIST, found, WaiverView::of, waiver -> waiver.id);
    }
}

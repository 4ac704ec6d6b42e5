package dev.rivulet.catalog.channel;

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
import jakarta.ws.rs.HeaderParam;
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
import org.jspecify.annotations.Nullable;

/** The gate between a product and partners, over HTTP. */
@Path("/products")
@Tag(name = "Partner channel", description = "When partners may sell a product")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class ChannelResource {

    private static final String LIST = "channel-openings";

    private final ChannelGate gate;

    ChannelResource(ChannelGate gate) {
        this.gate = gate;
    }

    @GET
    @Path("/{id}/channel-readiness")
    @Operation(
            operationId = "getChannelReadiness",
            summary = "Read whether partners may sell a product",
            description = "What is needed and what there is: customers won by the company itself, a published playbook,"
                    + " certified sellers.")
    public ReadinessView readiness(@PathParam("id") UUID id) {
        return gate.look(id);
    }

    @POST
    @Path("/{id}/channel-openings")
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "openChannel",
            summary = "Let partners sell a product",
            description = "409 `channel-not-ready` with what is missing, unless a waiver says why all the same;"
                    + " `channel-open` when it is.")
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChannelOpeningView.class)))
    public RestResponse<ChannelOpeningView> open(
            @PathParam("id") UUID id, @Valid @NotNull ChannelOpeningRequest request) {
        var opening = gate.open(id, request.waiver());
        return Answer.created(
                ChannelOpeningView.of(opening), "/products/" + id + "/channel-openings/" + opening.id, opening.version);
    }

    @GET
    @Path("/{id}/channel-openings")
    @Operation(
            operationId = "listChannelOpenings",
            summary = "List when partners could sell a product",
            description = "With who decided on which grounds; oldest first, page by page.")
    public RestResponse<Page<ChannelOpeningView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = gate.list(id, page.after(LIST), page.count());
        return page.respond(LIST, found, ChannelOpeningView::of, opening -> opening.id);
    }

    @GET
    @Path("/{id}/channel-openings/{openingId}")
    @Operation(operationId = "getChannelOpening", summary = "Read an opening", description = "With its ETag.")
    public RestResponse<ChannelOpeningView> get(@PathParam("id") UUID id, @PathParam("openingId") UUID openingId) {
        return answer(gate.get(id, openingId));
    }

    @POST
    @Path("/{id}/channel-openings/{openingId}/closings")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "closeChannel",
            summary = "Let partners sell a product no longer",
            description = "It can be opened again. 409 `channel-closed` when it is.")
    @APIResponse(
            responseCode = "200",
            description = "Closed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChannelOpeningView.class)))
    public RestResponse<ChannelOpeningView> close(
            @PathParam("id") UUID id,
            @PathParam("openingId") UUID openingId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ChannelClosing closing) {
        return answer(gate.close(id, openingId, ifMatch, closing));
    }

    private static RestResponse<ChannelOpeningView> answer(ChannelOpening opening) {
        return Answer.ok(ChannelOpeningView.of(opening), opening.version);
    }
}

package dev.rivulet.catalog.partner;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.PARTNER;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

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

/** The partner cycle over HTTP: search, contract, training, active. */
@Path("/partners")
@Tag(name = "Partners")
@RunOnVirtualThread
@RolesAllowed({SALES, ADMIN})
public class PartnerLifecycleResource {

    private static final String MOVES = "partner-moves";

    private final PartnerLifecycle lifecycle;
    private final StandingBoard standings;

    PartnerLifecycleResource(PartnerLifecycle lifecycle, StandingBoard standings) {
        this.lifecycle = lifecycle;
        this.standings = standings;
    }

    @GET
    @Path("/{id}/moves")
    @RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS, PARTNER})
    @Operation(
            operationId = "listPartnerMoves",
            summary = "List a partner's steps through the cycle",
            description = "When, by whom and why, oldest first, page by page.")
    public RestResponse<Page<PartnerMoveView>> moves(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = lifecycle.moves(id, page.after(MOVES), page.count());
        return page.respond(MOVES, found, PartnerMoveView::of, move -> move.id);
    }

    @POST
    @Path("/{id}/contracts")
    @Operation(
            operationId = "contractPartner",
            summary = "Record a prospect's contract",
            description = "PROSPECT → CONTRACTED. 409 `partner-status` from any other status; 422 `date-in-future`.")
    @APIResponse(
            responseCode = "200",
            description = "Contracted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnerView.class)))
    public RestResponse<PartnerView> contract(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Contract contract) {
        return answer(lifecycle.contract(id, ifMatch, contract));
    }

    @POST
    @Path("/{id}/trainings")
    @Operation(
            operationId = "trainPartner",
            summary = "Begin a partner's training",
            description =
                    "CONTRACTED → TRAINING; its people can be certified from now on. 409 `partner-status` from any"
                            + " other status, `partner-manager-missing` when nobody looks after it.")
    @APIResponse(
            responseCode = "200",
            description = "In training",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnerView.class)))
    public RestResponse<PartnerView> train(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(lifecycle.train(id, ifMatch));
    }

    @POST
    @Path("/{id}/activations")
    @Operation(
            operationId = "activatePartner",
            summary = "Let a partner sell",
            description =
                    "TRAINING or SUSPENDED → ACTIVE. 409 `partner-status` from any other status; if its role sells,"
                            + " `partner-territory-missing` without a territory and `partner-not-certified` without a person"
                            + " certified on a playbook as it is published now.")
    @APIResponse(
            responseCode = "200",
            description = "Active",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnerView.class)))
    public RestResponse<PartnerView> activate(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(lifecycle.activate(id, ifMatch));
    }

    @POST
    @Path("/{id}/suspensions")
    @Operation(
            operationId = "suspendPartner",
            summary = "Stop a partner for the time being",
            description = "ACTIVE → SUSPENDED. 409 `partner-status` from any other status.")
    @APIResponse(
            responseCode = "200",
            description = "Suspended",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnerView.class)))
    public RestResponse<PartnerView> suspend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Reason reason) {
        return answer(lifecycle.suspend(id, ifMatch, reason));
    }

    @POST
    @Path("/{id}/endings")
    @Operation(
            operationId = "endPartner",
            summary = "Part with a partner",
            description = "From any status to ENDED, for good. 409 `partner-status` when it has ended.")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnerView.class)))
    public RestResponse<PartnerView> end(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Reason reason) {
        return answer(lifecycle.end(id, ifMatch, reason));
    }

    private RestResponse<PartnerView> answer(Partner partner) {
        return Answer.ok(PartnerView.of(partner, standings.of(partner)), partner.version);
    }
}

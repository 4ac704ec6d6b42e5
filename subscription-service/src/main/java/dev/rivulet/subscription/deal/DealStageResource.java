package dev.rivulet.subscription.deal;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.SALES;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.rest.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
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
import org.jspecify.annotations.Nullable;

/** The steps of a deal; each refuses with 409 deal-stage what its present stage does not lead to. */
@Path("/deals")
@Tag(name = "Deals", description = "Sales that may come about, from qualified to won or lost")
@RunOnVirtualThread
@RolesAllowed({SALES, ADMIN})
public class DealStageResource {

    private final DealProgress progress;

    DealStageResource(DealProgress progress) {
        this.progress = progress;
    }

    @POST
    @Path("/{id}/proposals")
    @Operation(
            operationId = "proposeDeal",
            summary = "Propose",
            description = "From QUALIFIED, with a quote that can be accepted today and a proposition. 409 deal-stage,"
                    + " quote-missing, quote-expired, proposition-missing.")
    @APIResponse(
            responseCode = "200",
            description = "The deal",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DealView.class)))
    public RestResponse<DealView> propose(
            @PathParam("id") @Parameter(description = "The deal", example = "0197a3f6-1a2b-7c3d-8e4f-5a6b7c8d9e01")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch) {
        return answer(progress.propose(id, ifMatch));
    }

    @POST
    @Path("/{id}/negotiations")
    @Operation(
            operationId = "negotiateDeal",
            summary = "Begin to negotiate",
            description = "From PROPOSED. 409 deal-stage.")
    @APIResponse(
            responseCode = "200",
            description = "The deal",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DealView.class)))
    public RestResponse<DealView> negotiate(
            @PathParam("id") @Parameter(description = "The deal", example = "0197a3f6-1a2b-7c3d-8e4f-5a6b7c8d9e01")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch) {
        return answer(progress.negotiate(id, ifMatch));
    }

    @POST
    @Path("/{id}/contractings")
    @Operation(
            operationId = "contractDeal",
            summary = "Begin to contract",
            description =
                    "From NEGOTIATION, with a quote that can be accepted today: success managers hear of it and join."
                            + " 409 deal-stage, quote-missing, quote-expired, proposition-missing.")
    @APIResponse(
            responseCode = "200",
            description = "The deal",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DealView.class)))
    public RestResponse<DealView> contract(
            @PathParam("id") @Parameter(description = "The deal", example = "0197a3f6-1a2b-7c3d-8e4f-5a6b7c8d9e01")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch) {
        return answer(progress.contract(id, ifMatch));
    }

    @POST
    @Path("/{id}/wins")
    @Idempotent
    @Operation(
            operationId = "winDeal",
            summary = "Win",
            description =
                    "From CONTRACTING. Opens the prospect's account and signs a subscription for each line, at the plan"
                            + " version and price quoted and with the promise chosen, all at once or not at all. 409"
                            + " deal-stage, quote-missing, quote-expired; 422 start-date-range.")
    @APIResponse(
            responseCode = "200",
            description = "The deal",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DealView.class)))
    public RestResponse<DealView> win(
            @PathParam("id") @Parameter(description = "The deal", example = "0197a3f6-1a2b-7c3d-8e4f-5a6b7c8d9e01")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch) {
        return answer(progress.win(id, ifMatch));
    }

    @POST
    @Path("/{id}/losses")
    @Operation(
            operationId = "loseDeal",
            summary = "Lose",
            description = "From any open stage, with the reason. 409 deal-stage.")
    @APIResponse(
            responseCode = "200",
            description = "The deal",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DealView.class)))
    public RestResponse<DealView> lose(
            @PathParam("id") @Parameter(description = "The deal", example = "0197a3f6-1a2b-7c3d-8e4f-5a6b7c8d9e01")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @Valid @NotNull LossRequest loss) {
        return answer(progress.lose(id, ifMatch, loss));
    }

    private static RestResponse<DealView> answer(DealView deal) {
        return Answer.ok(deal, deal.version());
    }
}

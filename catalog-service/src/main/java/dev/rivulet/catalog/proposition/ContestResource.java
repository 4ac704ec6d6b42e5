package dev.rivulet.catalog.proposition;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.rest.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How approved propositions compete, over HTTP. */
@Path("/value-propositions")
@Tag(name = "Value propositions", description = "With which promise: drafted, approved, and proved by customers")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class ContestResource {

    private final Contest contest;
    private final EvidenceBoard evidence;

    ContestResource(Contest contest, EvidenceBoard evidence) {
        this.contest = contest;
        this.evidence = evidence;
    }

    @GET
    @Path("/assignments")
    @Operation(
            operationId = "assignValueProposition",
            summary = "Which value proposition a deal is led with",
            description = "Champion or challenger in proportion to their weights, by a hash of the deal: the same deal"
                    + " gets the same one as long as it competes. Nothing is kept. 404 when none is approved for the"
                    + " product, segment and locale.")
    public AssignmentView assign(
            @Parameter(required = true) @QueryParam("dealId") @NotNull UUID dealId,
            @Parameter(required = true) @QueryParam("productId") @NotNull UUID productId,
            @Parameter(required = true) @QueryParam("segmentId") @NotNull UUID segmentId,
            @Parameter(example = "en") @QueryParam("locale") @DefaultValue("en") String locale) {
        return contest.assign(dealId, new PropositionRepository.Arena(productId, segmentId, locale));
    }

    @GET
    @Path("/contests")
    @Operation(
            operationId = "compareValuePropositions",
            summary = "How champion and challengers stand",
            description = "Win rates with Wilson's interval, and for each challenger a pooled two-proportion z test"
                    + " against the champion at 5 %, two-sided. Nothing is said below the minimum of decided deals.")
    public ContestView standing(
            @Parameter(required = true) @QueryParam("productId") @NotNull UUID productId,
            @Parameter(required = true) @QueryParam("segmentId") @NotNull UUID segmentId,
            @Parameter(example = "en") @QueryParam("locale") @DefaultValue("en") String locale) {
        return contest.standing(new PropositionRepository.Arena(productId, segmentId, locale));
    }

    @GET
    @Path("/{id}/performance")
    @Operation(
            operationId = "getValuePropositionPerformance",
            summary = "What a value proposition has achieved",
            description = "Win rate over decided deals and share of promises confirmed in full, with Wilson's interval"
                    + " of 95 %. A subscription sold counts as a won deal.")
    public PerformanceView performance(@PathParam("id") UUID id) {
        return contest.performance(id);
    }

    @POST
    @Path("/{id}/deal-outcomes")
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "recordDealOutcome",
            summary = "Say what became of a deal led with this value proposition",
            description = "The same outcome again changes nothing. 409 `deal-decided` when the deal has another one,"
                    + " `proposition-not-approved` for what could not be sold.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DealOutcomeRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "lost",
                                            value = "{\"dealId\":\"019b2f71-5a3e-7d10-b3c1-6a8b1f0e2d47\","
                                                    + "\"outcome\":\"LOST\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Recorded; what the proposition has achieved now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PerformanceView.class)))
    public RestResponse<PerformanceView> decide(@PathParam("id") UUID id, @Valid @NotNull DealOutcomeRequest request) {
        return Answer.created(contest.decide(id, request), "/value-propositions/" + id + "/performance");
    }

    @POST
    @Path("/{id}/shares")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "shareValueProposition",
            summary = "Set an approved value proposition's share of new deals",
            description = "A weight beside the others' weights. 409 `proposition-not-approved`.")
    @APIResponse(
            responseCode = "200",
            description = "Set",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PropositionView.class)))
    public RestResponse<PropositionView> share(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ShareRequest request) {
        return answer(contest.share(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/promotions")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "promoteValueProposition",
            summary = "Make a challenger the champion",
            description = "The champion until now goes on as a challenger. 409 `promotion-not-proven` with the figures"
                    + " while its deals do not prove it better, `already-champion`, `proposition-not-approved`.")
    @APIResponse(
            responseCode = "200",
            description = "Champion",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PropositionView.class)))
    public RestResponse<PropositionView> promote(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(contest.promote(id, ifMatch));
    }

    private RestResponse<PropositionView> answer(Proposition proposition) {
        return Answer.ok(PropositionView.of(proposition, evidence.of(proposition.id)), proposition.version);
    }
}

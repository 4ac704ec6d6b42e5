package dev.rivulet.catalog.proposition;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.MergePatch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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

/** Value propositions over HTTP. */
@Path("/value-propositions")
@Tag(name = "Value propositions", description = "With which promise: drafted, approved, and proved by customers")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class PropositionResource {

    private static final String LIST = "value-propositions";

    private final Promising promising;
    private final Approving approving;
    private final EvidenceBoard evidence;

    PropositionResource(Promising promising, Approving approving, EvidenceBoard evidence) {
        this.promising = promising;
        this.approving = approving;
        this.evidence = evidence;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createValueProposition",
            summary = "Draft a value proposition",
            description = "422 `product-unknown`, `segment-unknown`, `competitor-unknown`, `case-study-unknown`, or"
                    + " `benefit-unchanged` when the target equals the baseline.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PropositionView.class)))
    public RestResponse<PropositionView> create(@Valid @NotNull PropositionRequest request) {
        var proposition = promising.draft(request);
        return Answer.created(view(proposition), "/value-propositions/" + proposition.id, proposition.version);
    }

    @GET
    @Operation(
            operationId = "listValuePropositions",
            summary = "List value propositions",
            description = "In the order they were drafted, page by page, with their evidence.")
    public RestResponse<Page<PropositionView>> list(
            @Parameter(description = "Only those of this product") @QueryParam("productId") @Nullable UUID productId,
            @Parameter(description = "Only those for this segment") @QueryParam("segmentId") @Nullable UUID segmentId,
            @Parameter(description = "Only those of this status") @QueryParam("status") @Nullable
                    PropositionStatus status,
            @Parameter(description = "Only those in this language", example = "en") @QueryParam("locale") @Nullable
                    String locale,
            @BeanParam PageRequest page) {
        var found = promising.list(
                page.after(LIST), page.count(), new PropositionRepository.Filter(productId, segmentId, status, locale));
        var known =
                evidence.of(found.stream().map(proposition -> proposition.id).toList());
        return page.respond(
                LIST,
                found,
                proposition -> PropositionView.of(proposition, known.apply(proposition.id)),
                proposition -> proposition.id);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getValueProposition",
            summary = "Read a value proposition",
            description =
                    "With its ETag and the evidence: how many promises customers confirmed in full, in part or not.")
    public RestResponse<PropositionView> get(@PathParam("id") UUID id) {
        return answer(promising.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changeValueProposition",
            summary = "Change a draft value proposition",
            description =
                    "JSON merge patch (RFC 7396): what is left out stays, a list is replaced whole. 409 `proposition-in-review`,"
                            + " `proposition-approved` once it is approved; 422 `version-place-fixed` when a later"
                            + " version is to speak to somebody else.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = PropositionRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "reword",
                                            value = "{\"oneLiner\":\"Soft skills in ten minutes a day\"}")))
    public RestResponse<PropositionView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(promising.change(id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/versions")
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "draftValuePropositionVersion",
            summary = "Draft the next version",
            description = "A draft with the words of the approved version and an id of its own; approving it"
                    + " supersedes the other. 409 `proposition-not-approved`, or `version-drafted` when there is a"
                    + " next version already.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PropositionView.class)))
    public RestResponse<PropositionView> draftNext(@PathParam("id") UUID id) {
        var next = promising.draftNext(id);
        return Answer.created(view(next), "/value-propositions/" + next.id, next.version);
    }

    @GET
    @Path("/{id}/versions")
    @Operation(
            operationId = "listValuePropositionVersions",
            summary = "List the versions of a value proposition",
            description = "All of them, the newest first, whichever of them is named.")
    public List<PropositionView> versions(@PathParam("id") UUID id) {
        var found = promising.versions(id);
        var known = evidence.of(found.stream().map(version -> version.id).toList());
        return found.stream()
                .map(version -> PropositionView.of(version, known.apply(version.id)))
                .toList();
    }

    @GET
    @Path("/{id}/findings")
    @Operation(
            operationId = "listValuePropositionFindings",
            summary = "What stands between a value proposition and its approval",
            description = "What is missing, and what the linter finds; advice is in English or Russian by"
                    + " Accept-Language.")
    public FindingsView findings(@PathParam("id") UUID id, @HeaderParam("Accept-Language") @Nullable String language) {
        return approving.findings(id, language);
    }

    @POST
    @Path("/{id}/reviews")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "submitValueProposition",
            summary = "Submit a draft for review",
            description = "While it is in review it does not change. 409 `proposition-transition` when it is no draft.")
    @APIResponse(
            responseCode = "200",
            description = "In review",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PropositionView.class)))
    public RestResponse<PropositionView> submit(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(approving.submit(id, ifMatch));
    }

    @POST
    @Path("/{id}/returns")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "returnValueProposition",
            summary = "Send a value proposition back from review",
            description =
                    "It is a draft again, with the reason. 409 `proposition-transition` when it is not in review.")
    @APIResponse(
            responseCode = "200",
            description = "A draft again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PropositionView.class)))
    public RestResponse<PropositionView> sendBack(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReturnRequest request) {
        return answer(approving.sendBack(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/approvals")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "approveValueProposition",
            summary = "Approve a value proposition",
            description = "From then on it can be sold and never changes; the version before it is SUPERSEDED. The"
                    + " first of its product, segment and locale is the CHAMPION, others are CHALLENGERs. 409"
                    + " `proposition-transition` when it is not in review; 422 `argument-traditional-missing`,"
                    + " `argument-competitor-missing`, or `lint-error` at the text that has it.")
    @APIResponse(
            responseCode = "200",
            description = "Approved",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PropositionView.class)))
    public RestResponse<PropositionView> approve(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(approving.approve(id, ifMatch));
    }

    private PropositionView view(Proposition proposition) {
        return PropositionView.of(proposition, evidence.of(proposition.id));
    }

    private RestResponse<PropositionView> answer(Proposition proposition) {
        return Answer.ok(view(proposition), proposition.version);
    }
}

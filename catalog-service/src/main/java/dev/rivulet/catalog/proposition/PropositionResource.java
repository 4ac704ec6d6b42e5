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
    private final EvidenceBoard evidence;

    PropositionResource(Promising promising, EvidenceBoard evidence) {
        this.promising = promising;
        this.evidence = evidence;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createValueProposition",
            summary = "Draft a value proposition",
            description = "422 `product-unknown`, `segment-unknown`, or `benefit-unchanged` when the target equals the"
                    + " baseline.")
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
            @BeanParam PageRequest page) {
        var found = promising.list(page.after(LIST), page.count(), productId, segmentId);
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
                    "JSON merge patch (RFC 7396): what is left out stays, a list is replaced whole. 409 `proposition-approved`"
                            + " once it is approved.")
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
    @Path("/{id}/approvals")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "approveValueProposition",
            summary = "Approve a value proposition",
            description =
                    "From then on it can be sold and never changes. 409 `proposition-approved` when it already is.")
    @APIResponse(
            responseCode = "200",
            description = "Approved",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PropositionView.class)))
    public RestResponse<PropositionView> approve(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(promising.approve(id, ifMatch));
    }

    private PropositionView view(Proposition proposition) {
        return PropositionView.of(proposition, evidence.of(proposition.id));
    }

    private RestResponse<PropositionView> answer(Proposition proposition) {
        return Answer.ok(view(proposition), proposition.version);
    }
}

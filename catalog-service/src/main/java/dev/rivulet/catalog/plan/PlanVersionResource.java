package dev.rivulet.catalog.plan;

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
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** Versions of plans over HTTP; the ETag of a version is its plan's. */
@Path("/plans/{id}/versions")
@Tag(name = "Plans")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class PlanVersionResource {

    private static final String LIST = "plan-versions";

    private final PlanDrafting drafting;

    PlanVersionResource(PlanDrafting drafting) {
        this.drafting = drafting;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "draftPlanVersion",
            summary = "Draft the next version of a published plan",
            description = "It begins with the terms of the published one, which goes on being sold until the draft is"
                    + " published. 409 `plan-draft-exists` while there is a draft, `plan-retired` when the plan"
                    + " is off sale.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlanVersionView.class)))
    public RestResponse<PlanVersionView> create(@PathParam("id") UUID id) {
        var draft = drafting.draftNext(id);
        return Answer.created(
                PlanVersionView.of(draft.version()),
                "/plans/" + id + "/versions/" + draft.version().number,
                draft.plan().version);
    }

    @GET
    @Operation(
            operationId = "listPlanVersions",
            summary = "List the versions of a plan",
            description = "Oldest first, page by page; the draft, if any, comes last.")
    public RestResponse<Page<PlanVersionView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = drafting.versions(id, page.after(LIST), page.count());
        return page.respond(LIST, found, PlanVersionView::of, version -> version.id);
    }

    @GET
    @Path("/{number}")
    @Operation(
            operationId = "getPlanVersion",
            summary = "Read a version of a plan",
            description = "With the ETag of its plan. A published version says the same for ever.")
    public RestResponse<PlanVersionView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "From 1", example = "2") @PathParam("number") int number) {
        return answer(drafting.version(id, number));
    }

    @PATCH
    @Path("/{number}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changePlanVersion",
            summary = "Change a draft version of a plan",
            description = "JSON merge patch (RFC 7396): what is left out stays, null removes, a list is replaced whole."
                    + " 409 `plan-version-published` once it is published; 422 `currency-frozen` when the plan was"
                    + " published in another currency.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = Terms.class),
                            examples =
                                    @ExampleObject(
                                            name = "dearer",
                                            value = "{\"price\":{\"amount\":\"59.00\",\"currency\":\"EUR\"}}")))
    public RestResponse<PlanVersionView> change(
            @PathParam("id") UUID id,
            @Parameter(description = "From 1", example = "2") @PathParam("number") int number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull JsonNode patch) {
        return answer(drafting.changeVersion(id, number, ifMatch, patch));
    }

    private static RestResponse<PlanVersionView> answer(PlanDrafting.Draft draft) {
        return Answer.ok(PlanVersionView.of(draft.version()), draft.plan().version);
    }
}

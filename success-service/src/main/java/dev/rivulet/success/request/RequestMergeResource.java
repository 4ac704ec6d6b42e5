package dev.rivulet.success.request;

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
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What was put into a request. */
@Path("/requests/{id}/merges")
@Tag(name = "Requests", description = "Wishes of customers, merged and ranked by what depends on them")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class RequestMergeResource {

    private static final String LIST = "request-merges";
    private static final String REQUEST = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f80";

    private final RequestMerging merging;

    RequestMergeResource(RequestMerging merging) {
        this.merging = merging;
    }

    /** The ETag is the request's. */
    @POST
    @Idempotent
    @RolesAllowed({SALES, SUCCESS, ADMIN})
    @Operation(
            operationId = "mergeIntoRequest",
            summary = "Put another request, or wishes, into a request",
            description = "All must be for the same product. This request stands for the other one from then on. The"
                    + " ETag answered is this request's new one. 400 merge-one unless exactly one of both is given; 422"
                    + " feedback-unknown, feedback-no-wish, feedback-taken, request-unknown, request-unfit,"
                    + " request-product; 409 request-merged, request-released.")
    @APIResponse(
            responseCode = "201",
            description = "Merged",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MergeView.class)))
    public RestResponse<MergeView> merge(
            @PathParam("id") @Parameter(description = "The request", example = REQUEST) UUID id,
            @Parameter(description = "The request's ETag last read", example = "\"0\"")
                    @HeaderParam("If-Match")
                    @Nullable
                    String ifMatch,
            @Valid @NotNull MergeOrder order) {
        var merged = merging.merge(id, ifMatch, order);
        var location = "/requests/" + id + "/merges/" + merged.merge().id();
        return Answer.created(merged.merge(), location, merged.version());
    }

    /** Those undone too. */
    @GET
    @Operation(
            operationId = "listRequestMerges",
            summary = "List what was put into a request",
            description = "Oldest first, page by page; what was taken out again too. Times are UTC.")
    public RestResponse<Page<MergeView>> list(
            @PathParam("id") @Parameter(description = "The request", example = REQUEST) UUID id,
            @BeanParam PageRequest page) {
        var found = merging.of(id, page.after(LIST), page.count());
        return page.respond(LIST, found, merge -> merge, MergeView::id);
    }

    /** What came into the request in another way stays. */
    @DELETE
    @Path("/{mergeId}")
    @RolesAllowed({SALES, SUCCESS, ADMIN})
    @Operation(
            operationId = "undoRequestMerge",
            summary = "Take out of a request what one merge put in",
            description = "It goes back to where it was: a request stands for itself again, wishes are in none. The"
                    + " ETag answered is this request's new one. 409 merge-undone, request-merged, request-released.")
    @APIResponse(
            responseCode = "200",
            description = "Undone",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MergeView.class)))
    public RestResponse<MergeView> undo(
            @PathParam("id") @Parameter(description = "The request", example = REQUEST) UUID id,
            @PathParam("mergeId")
                    @Parameter(description = "The merge", example = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f81")
                    UUID mergeId,
            @Parameter(description = "The request's ETag last read", example = "\"1\"")
                    @HeaderParam("If-Match")
                    @Nullable
                    String ifMatch) {
        var undone = merging.undo(id, mergeId, ifMatch);
        return Answer.ok(undone.merge(), undone.version());
    }
}

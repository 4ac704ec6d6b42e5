package dev.rivulet.catalog.activity;

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
import jakarta.ws.rs.DELETE;
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

/** Which activity the sale of a product is, over HTTP. */
@Path("/activity-assignments")
@Tag(name = "Activity assignments", description = "Which activity the sale of a product is, seller by seller")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class AssignmentResource {

    private static final String LIST = "activity-assignments";

    private final Assigning assigning;

    AssignmentResource(Assigning assigning) {
        this.assigning = assigning;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "assignActivity",
            summary = "Assign a product's activity",
            description = "422 `seller-unknown`, `product-unknown`, `activity-code-unknown` for a code the seller's"
                    + " edition has not, `activity-code-section` for the letter of a section, `channel-repeated`; 409 `activity-assigned` when the product has its"
                    + " assignment for this seller.")
    @APIResponse(
            responseCode = "201",
            description = "Assigned",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AssignmentView.class)))
    public RestResponse<AssignmentView> create(@Valid @NotNull AssignmentRequest request) {
        var assignment = assigning.assign(request);
        return Answer.created(
                AssignmentView.of(assignment), "/activity-assignments/" + assignment.id, assignment.version);
    }

    @GET
    @Operation(
            operationId = "listActivityAssignments",
            summary = "List assignments",
            description = "In the order they were made, page by page.")
    public RestResponse<Page<AssignmentView>> list(
            @Parameter(description = "Only those of this seller") @QueryParam("sellerId") @Nullable UUID sellerId,
            @Parameter(description = "Only those of this product") @QueryParam("productId") @Nullable UUID productId,
            @BeanParam PageRequest page) {
        var found = assigning.list(page.after(LIST), page.count(), sellerId, productId);
        return page.respond(LIST, found, AssignmentView::of, assignment -> assignment.id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getActivityAssignment", summary = "Read an assignment", description = "With its ETag.")
    public RestResponse<AssignmentView> get(@PathParam("id") UUID id) {
        return answer(assigning.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changeActivityAssignment",
            summary = "Change an assignment",
            description = "JSON merge patch (RFC 7396): what is left out stays, null removes, a list is replaced whole."
                    + " 422 as when it is assigned.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = AssignmentChange.class),
                            examples =
                                    @ExampleObject(
                                            name = "with delivery",
                                            value = "{\"serviceLines\":[\"DELIVERY\",\"PACKING\"]}")))
    public RestResponse<AssignmentView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(assigning.change(id, ifMatch, patch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "removeActivityAssignment",
            summary = "Remove an assignment",
            description = "From then on nobody has said which activity the product is for that seller.")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        assigning.remove(id, ifMatch);
    }

    private static RestResponse<AssignmentView> answer(Assignment assignment) {
        return Answer.ok(AssignmentView.of(assignment), assignment.version);
    }
}

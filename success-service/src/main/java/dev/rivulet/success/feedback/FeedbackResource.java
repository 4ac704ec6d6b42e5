package dev.rivulet.success.feedback;

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

/** What customers say of products. */
@Path("/feedback")
@Tag(name = "Feedback", description = "What customers say of products: problems, wishes, praise")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class FeedbackResource {

    private static final String LIST = "feedback";
    private static final String FEEDBACK = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f78";

    private final FeedbackItems items;

    FeedbackResource(FeedbackItems items) {
        this.items = items;
    }

    /** With the customer's revenue of the moment. */
    @POST
    @Idempotent
    @RolesAllowed({SALES, SUCCESS, ADMIN})
    @Operation(
            operationId = "recordFeedback",
            summary = "Record what a customer says of a product",
            description = "With the customer's monthly recurring revenue of this moment, in its currency. 400"
                    + " time-in-future; 422 account-unknown, contact-unknown.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FeedbackView.class)))
    public RestResponse<FeedbackView> record(@Valid @NotNull FeedbackRequest feedback) {
        var view = items.record(feedback);
        return Answer.created(view, "/feedback/" + view.id(), view.version());
    }

    /** Oldest first. */
    @GET
    @Operation(
            operationId = "listFeedback",
            summary = "List what customers say, in the order in which it was recorded",
            description = "Page by page; of the customers that the caller may see.")
    public RestResponse<Page<FeedbackView>> list(@BeanParam FeedbackFilter filter, @BeanParam PageRequest page) {
        var found = items.page(filter, page.after(LIST), page.count());
        return page.respond(LIST, found, item -> item, item -> item.id());
    }

    /** One of them. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getFeedback",
            summary = "Get one word of a customer",
            description = "Its time is UTC. The ETag is needed to change or remove it.")
    public RestResponse<FeedbackView> get(
            @PathParam("id") @Parameter(description = "The feedback", example = FEEDBACK) UUID id) {
        return answer(items.get(id));
    }

    /** The customer and the revenue stay. */
    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, SUCCESS, ADMIN})
    @Operation(
            operationId = "changeFeedback",
            summary = "Change what was recorded of a customer's word",
            description =
                    "JSON merge patch (RFC 7396): what is left out stays, null removes. Customer, time and revenue"
                            + " stay. 422 contact-unknown.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = FeedbackChange.class),
                            examples = @ExampleObject(name = "feature", value = "{\"feature\":\"certificates\"}")))
    public RestResponse<FeedbackView> change(
            @PathParam("id") @Parameter(description = "The feedback", example = FEEDBACK) UUID id,
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull JsonNode patch) {
        return answer(items.change(id, ifMatch, patch));
    }

    /** Out of the timeline too. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed({SALES, SUCCESS, ADMIN})
    @Operation(
            operationId = "removeFeedback",
            summary = "Remove a customer's word",
            description = "Out of the timeline too.")
    @APIResponse(responseCode = "204", description = "Gone")
    public void remove(
            @PathParam("id") @Parameter(description = "The feedback", example = FEEDBACK) UUID id,
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        items.remove(id, ifMatch);
    }

    private static RestResponse<FeedbackView> answer(FeedbackView feedback) {
        return Answer.ok(feedback, feedback.version());
    }
}

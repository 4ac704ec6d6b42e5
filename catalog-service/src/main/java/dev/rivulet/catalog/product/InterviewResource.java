package dev.rivulet.catalog.product;

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

/** Interviews over HTTP. */
@Path("/products/{id}/interviews")
@Tag(name = "Products")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class InterviewResource {

    private static final String LIST = "interviews";

    private final Traction traction;

    InterviewResource(Traction traction) {
        this.traction = traction;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "recordInterview",
            summary = "Record an interview",
            description = "Evidence for the step to VALIDATING; it stays as it was said. 422 `date-in-future`.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InterviewView.class)))
    public RestResponse<InterviewView> create(@PathParam("id") UUID id, @Valid @NotNull InterviewRequest request) {
        var interview = traction.record(id, request);
        return Answer.created(InterviewView.of(interview), "/products/" + id + "/interviews");
    }

    @GET
    @Operation(
            operationId = "listInterviews",
            summary = "List the interviews of a product",
            description = "In the order they were recorded, page by page.")
    public RestResponse<Page<InterviewView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = traction.interviews(id, page.after(LIST), page.count());
        return page.respond(LIST, found, InterviewView::of, interview -> interview.id);
    }
}

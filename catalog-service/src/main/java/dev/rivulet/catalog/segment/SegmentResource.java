package dev.rivulet.catalog.segment;

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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Segments over HTTP. */
@Path("/segments")
@Tag(name = "Segments", description = "For whom: a function with a problem, in a company of a size")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class SegmentResource {

    private static final String LIST = "segments";

    private final Segmentation segmentation;

    SegmentResource(Segmentation segmentation) {
        this.segmentation = segmentation;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createSegment",
            summary = "Add a segment",
            description = "A segment is a person's function and problem: 422 `segment-everyone` when a text names"
                    + " nobody in particular.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SegmentView.class)))
    public RestResponse<SegmentView> create(@Valid @NotNull SegmentRequest request) {
        var segment = segmentation.add(request);
        return Answer.created(SegmentView.of(segment), "/segments/" + segment.id, segment.version);
    }

    @GET
    @Operation(
            operationId = "listSegments",
            summary = "List segments",
            description = "In the order they were added, page by page.")
    public RestResponse<Page<SegmentView>> list(@BeanParam PageRequest page) {
        var found = segmentation.list(page.after(LIST), page.count());
        return page.respond(LIST, found, SegmentView::of, segment -> segment.id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSegment", summary = "Read a segment", description = "With its ETag.")
    public RestResponse<SegmentView> get(@PathParam("id") UUID id) {
        return answer(segmentation.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changeSegment",
            summary = "Change a segment",
            description =
                    "JSON merge patch (RFC 7396): what is left out stays, null removes, a list is replaced whole.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = SegmentRequest.class),
                            examples = @ExampleObject(name = "narrow", value = "{\"industries\":[\"retail\"]}")))
    public RestResponse<SegmentView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(segmentation.change(id, ifMatch, patch));
    }

    private static RestResponse<SegmentView> answer(Segment segment) {
        return Answer.ok(SegmentView.of(segment), segment.version);
    }
}

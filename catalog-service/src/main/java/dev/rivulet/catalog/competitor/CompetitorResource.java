package dev.rivulet.catalog.competitor;

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

/** Competitors and alternatives over HTTP. */
@Path("/competitors")
@Tag(name = "Competitors", description = "What the customer could do instead, and what to say about it")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class CompetitorResource {

    private static final String LIST = "competitors";

    private final Rivals rivals;

    CompetitorResource(Rivals rivals) {
        this.rivals = rivals;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createCompetitor",
            summary = "Add a competitor or an alternative",
            description = "An ALTERNATIVE is what is done instead: by hand, in a spreadsheet, not at all. 409"
                    + " `name-taken`.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CompetitorView.class)))
    public RestResponse<CompetitorView> create(@Valid @NotNull CompetitorRequest request) {
        var competitor = rivals.add(request);
        return Answer.created(CompetitorView.of(competitor), "/competitors/" + competitor.id, competitor.version);
    }

    @GET
    @Operation(
            operationId = "listCompetitors",
            summary = "List competitors and alternatives",
            description = "In the order they were added, page by page.")
    public RestResponse<Page<CompetitorView>> list(
            @Parameter(description = "Only those of this kind") @QueryParam("kind") @Nullable CompetitorKind kind,
            @BeanParam PageRequest page) {
        var found = rivals.list(page.after(LIST), page.count(), kind);
        return page.respond(LIST, found, CompetitorView::of, competitor -> competitor.id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCompetitor", summary = "Read a competitor", description = "With its ETag.")
    public RestResponse<CompetitorView> get(@PathParam("id") UUID id) {
        return answer(rivals.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changeCompetitor",
            summary = "Change a competitor",
            description = "JSON merge patch (RFC 7396): what is left out stays, null removes. 409 `name-taken`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = CompetitorRequest.class),
                            examples = @ExampleObject(name = "rename", value = "{\"name\":\"VideoLearn Pro\"}")))
    public RestResponse<CompetitorView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(rivals.change(id, ifMatch, patch));
    }

    private static RestResponse<CompetitorView> answer(Competitor competitor) {
        return Answer.ok(CompetitorView.of(competitor), competitor.version);
    }
}

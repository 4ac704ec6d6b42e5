package dev.rivulet.catalog.release;

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

/** Releases over HTTP. */
@Path("/releases")
@Tag(name = "Releases", description = "What came out: drafted, then announced to support, sales and marketing")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class ReleaseResource {

    private static final String LIST = "releases";

    private final Releasing releasing;

    ReleaseResource(Releasing releasing) {
        this.releasing = releasing;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createRelease",
            summary = "Draft a release",
            description = "422 `product-unknown`, or `feature-unknown` when the product has no feature of that key.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReleaseView.class)))
    public RestResponse<ReleaseView> create(@Valid @NotNull ReleaseRequest request) {
        var release = releasing.draft(request);
        return Answer.created(ReleaseView.of(release), "/releases/" + release.id, release.version);
    }

    @GET
    @Operation(
            operationId = "listReleases",
            summary = "List releases",
            description = "In the order they were drafted, page by page.")
    public RestResponse<Page<ReleaseView>> list(
            @Parameter(description = "Only releases of this product") @QueryParam("productId") @Nullable UUID productId,
            @Parameter(description = "Only releases of this status") @QueryParam("status") @Nullable
                    ReleaseStatus status,
            @BeanParam PageRequest page) {
        var found = releasing.list(page.after(LIST), page.count(), productId, status);
        return page.respond(LIST, found, ReleaseView::of, release -> release.id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRelease", summary = "Read a release", description = "With its ETag.")
    public RestResponse<ReleaseView> get(@PathParam("id") UUID id) {
        return answer(releasing.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changeRelease",
            summary = "Change a draft release",
            description = "JSON merge patch (RFC 7396): what is left out stays, a list is replaced whole. 409"
                    + " `release-announced` once it is announced; 422 `feature-unknown`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = ReleaseChange.class),
                            examples =
                                    @ExampleObject(
                                            name = "retitle",
                                            value = "{\"title\":\"Weekly report, by e-mail\"}")))
    public RestResponse<ReleaseView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(releasing.change(id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/announcements")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "announceRelease",
            summary = "Announce a release",
            description = "Tells everybody, once; from then on it never changes. 409 `release-announced` when it"
                    + " already is.")
    @APIResponse(
            responseCode = "200",
            description = "Announced",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReleaseView.class)))
    public RestResponse<ReleaseView> announce(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(releasing.announce(id, ifMatch));
    }

    private static RestResponse<ReleaseView> answer(Release release) {
        return Answer.ok(ReleaseView.of(release), release.version);
    }
}

package dev.rivulet.catalog.playbook;

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

/** Sales playbooks over HTTP; each version is a resource of its own. */
@Path("/playbooks")
@Tag(name = "Playbooks", description = "How a product is sold: steps and answers to objections, version after version")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class PlaybookResource {

    private static final String LIST = "playbooks";
    private static final String VERSIONS = "playbook-versions";

    private final Playbooks playbooks;

    PlaybookResource(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createPlaybook",
            summary = "Draft the first version of a playbook",
            description = "For a product, or for a product and one segment. 422 `product-unknown` or `segment-unknown`;"
                    + " 409 `playbook-exists` when there is one for them, whose next version is drafted at"
                    + " /playbooks/{id}/versions.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlaybookView.class)))
    public RestResponse<PlaybookView> create(@Valid @NotNull PlaybookRequest request) {
        return created(playbooks.draft(request));
    }

    @GET
    @Operation(
            operationId = "listPlaybooks",
            summary = "List versions of playbooks",
            description = "In the order they were drafted, page by page.")
    public RestResponse<Page<PlaybookView>> list(
            @Parameter(description = "Only those of this product") @QueryParam("productId") @Nullable UUID productId,
            @Parameter(description = "Only those for this segment") @QueryParam("segmentId") @Nullable UUID segmentId,
            @Parameter(description = "Only those of this status") @QueryParam("status") @Nullable PlaybookStatus status,
            @BeanParam PageRequest page) {
        var found = playbooks.list(page.after(LIST), page.count(), productId, segmentId, status);
        return page.respond(LIST, found, PlaybookView::of, playbook -> playbook.id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPlaybook", summary = "Read a version of a playbook", description = "With its ETag.")
    public RestResponse<PlaybookView> get(@PathParam("id") UUID id) {
        return answer(playbooks.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changePlaybook",
            summary = "Change a draft of a playbook",
            description = "JSON merge patch (RFC 7396): what is left out stays, a list is replaced whole. 409"
                    + " `playbook-published` once it is published.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = PlaybookChange.class),
                            examples =
                                    @ExampleObject(
                                            name = "answer",
                                            value = "{\"objections\":[{\"objection\":\"We already have a trainer\","
                                                    + "\"answer\":\"Keep them: what they teach will stay\"}]}")))
    public RestResponse<PlaybookView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(playbooks.change(id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/publications")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "publishPlaybook",
            summary = "Publish a version of a playbook",
            description =
                    "From then on it never changes; the version before is superseded, and whoever was certified on"
                            + " that one no longer counts as certified. 422 `playbook-incomplete` without a step and an"
                            + " answered objection; 409 `playbook-published` when it already is.")
    @APIResponse(
            responseCode = "200",
            description = "Published",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlaybookView.class)))
    public RestResponse<PlaybookView> publish(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(playbooks.publish(id, ifMatch));
    }

    @POST
    @Path("/{id}/versions")
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "draftPlaybookVersion",
            summary = "Draft the next version of a playbook",
            description = "With the text of this version, which may be a superseded one to go back to. 409"
                    + " `playbook-draft-exists` while another draft waits.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PlaybookView.class)))
    public RestResponse<PlaybookView> draftNext(@PathParam("id") UUID id) {
        return created(playbooks.draftNext(id));
    }

    @GET
    @Path("/{id}/versions")
    @Operation(
            operationId = "listPlaybookVersions",
            summary = "List the versions of a playbook",
            description = "All those for the same product and segment as this one, oldest first, page by page.")
    public RestResponse<Page<PlaybookView>> versions(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = playbooks.versions(id, page.after(VERSIONS), page.count());
        return page.respond(VERSIONS, found, PlaybookView::of, playbook -> playbook.id);
    }

    private static RestResponse<PlaybookView> created(Playbook playbook) {
        return Answer.created(PlaybookView.of(playbook), "/playbooks/" + playbook.id, playbook.version);
    }

    private static RestResponse<PlaybookView> answer(Playbook playbook) {
        return Answer.ok(PlaybookView.of(playbook), playbook.version);
    }
}

package dev.rivulet.catalog.partner;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.PARTNER;
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
import jakarta.ws.rs.HeaderParam;
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
import org.jspecify.annotations.Nullable;

/** Clients who vouch for partners, over HTTP. */
@Path("/partners")
@Tag(name = "Partners")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS, PARTNER})
public class ReferenceResource {

    private static final String LIST = "partner-references";

    private final Vouching vouching;

    ReferenceResource(Vouching vouching) {
        this.vouching = vouching;
    }

    @POST
    @Path("/{id}/references")
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createPartnerReference",
            summary = "Name a client who may vouch for a partner",
            description = "Counts once the client has confirmed it. 409 `reference-exists` when the client is named"
                    + " already, however the name is capitalised; `partner-ended`.")
    @APIResponse(
            responseCode = "201",
            description = "Named",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReferenceView.class)))
    public RestResponse<ReferenceView> create(@PathParam("id") UUID id, @Valid @NotNull ReferenceRequest request) {
        var reference = vouching.add(id, request);
        return Answer.created(
                ReferenceView.of(reference), "/partners/" + id + "/references/" + reference.id, reference.version);
    }

    @GET
    @Path("/{id}/references")
    @Operation(
            operationId = "listPartnerReferences",
            summary = "List the clients who may vouch for a partner",
            description = "In the order they were named, page by page; each with how long its word counts.")
    public RestResponse<Page<ReferenceView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = vouching.list(id, page.after(LIST), page.count());
        return page.respond(LIST, found, ReferenceView::of, reference -> reference.id);
    }

    @GET
    @Path("/{id}/references/{referenceId}")
    @Operation(
            operationId = "getPartnerReference",
            summary = "Read a client who may vouch for a partner",
            description = "With the ETag.")
    public RestResponse<ReferenceView> get(@PathParam("id") UUID id, @PathParam("referenceId") UUID referenceId) {
        return answer(vouching.get(id, referenceId));
    }

    @POST
    @Path("/{id}/references/{referenceId}/confirmations")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "confirmPartnerReference",
            summary = "Record a client's word for a partner",
            description = "It counts for a year from its day and can be renewed at any time; three such words make a"
                    + " partner trusted. 422 `date-in-future`, `confirmation-outdated` when the client has given a"
                    + " later word.")
    @APIResponse(
            responseCode = "200",
            description = "Confirmed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReferenceView.class)))
    public RestResponse<ReferenceView> confirm(
            @PathParam("id") UUID id,
            @PathParam("referenceId") UUID referenceId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReferenceConfirmation word) {
        return answer(vouching.confirm(id, referenceId, ifMatch, word));
    }

    private static RestResponse<ReferenceView> answer(Reference reference) {
        return Answer.ok(ReferenceView.of(reference), reference.version);
    }
}

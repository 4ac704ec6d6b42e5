package dev.rivulet.catalog.partner;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.PARTNER;
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

/** Partners' people over HTTP. */
@Path("/partners")
@Tag(name = "Partners")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS, PARTNER})
public class PersonResource {

    private static final String LIST = "partner-persons";

    private final Staff staff;

    PersonResource(Staff staff) {
        this.staff = staff;
    }

    @POST
    @Path("/{id}/persons")
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createPartnerPerson",
            summary = "Add somebody who works for a partner",
            description = "409 `partner-ended`.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PersonView.class)))
    public RestResponse<PersonView> create(@PathParam("id") UUID id, @Valid @NotNull PersonRequest request) {
        var person = staff.add(id, request);
        return Answer.created(PersonView.of(person), "/partners/" + id + "/persons/" + person.id, person.version);
    }

    @GET
    @Path("/{id}/persons")
    @Operation(
            operationId = "listPartnerPersons",
            summary = "List a partner's people",
            description = "Also those who have left; in the order they were added, page by page.")
    public RestResponse<Page<PersonView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = staff.list(id, page.after(LIST), page.count());
        return page.respond(LIST, found, PersonView::of, person -> person.id);
    }

    @GET
    @Path("/{id}/persons/{personId}")
    @Operation(
            operationId = "getPartnerPerson",
            summary = "Read somebody who works for a partner",
            description = "With the ETag.")
    public RestResponse<PersonView> get(@PathParam("id") UUID id, @PathParam("personId") UUID personId) {
        return answer(staff.get(id, personId));
    }

    @PATCH
    @Path("/{id}/persons/{personId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changePartnerPerson",
            summary = "Change somebody who works for a partner",
            description = "JSON merge patch (RFC 7396): what is left out stays, null removes.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = PersonRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "address",
                                            value = "{\"email\":\"jonas@alpenland.example\"}")))
    public RestResponse<PersonView> change(
            @PathParam("id") UUID id,
            @PathParam("personId") UUID personId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull JsonNode patch) {
        return answer(staff.change(id, personId, ifMatch, patch));
    }

    @POST
    @Path("/{id}/persons/{personId}/departures")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "departPartnerPerson",
            summary = "Record that somebody left a partner",
            description = "Their certifications do not count any more. 409 `person-left` when they had left.")
    @APIResponse(
            responseCode = "200",
            description = "Left",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PersonView.class)))
    public RestResponse<PersonView> leave(
            @PathParam("id") UUID id,
            @PathParam("personId") UUID personId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(staff.leave(id, personId, ifMatch));
    }

    private static RestResponse<PersonView> answer(Person person) {
        return Answer.ok(PersonView.of(person), person.version);
    }
}

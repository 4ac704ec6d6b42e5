package dev.rivulet.success.usage;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.success.input.CursorValues;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who holds a customer's seats. */
@Path("/customers/{id}/licence-assignments")
@Tag(name = "Licences", description = "Seats bought, assigned and used")
@RunOnVirtualThread
public class LicenceAssignmentResource {

    private static final String LIST = "licence-assignments";

    private final LicenceAssignments assignments;

    LicenceAssignmentResource(LicenceAssignments assignments) {
        this.assignments = assignments;
    }

    @GET
    @RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
    @Operation(
            operationId = "listLicenceAssignments",
            summary = "List who holds a customer's seats",
            description =
                    "By user id. Empty where the customer does not report it: the licence report then assumes it.")
    public RestResponse<Page<LicenceAssignmentView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var place = page.place(LIST);
        return page.respondAt(
                LIST,
                assignments.page(
                        id, place == null ? null : CursorValues.of(place, 1).text(0), page.count()),
                assignment -> assignment,
                assignment -> List.of(assignment.userId()));
    }

    /** Idempotent: the whole list, as a directory of users knows it. */
    @PUT
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "replaceLicenceAssignments",
            summary = "Say who holds a customer's seats, and nobody else",
            description =
                    "Whoever is not named gives the seat back today, by the customer's date; whoever held one goes"
                            + " on holding it. There may be more users than seats: the licence report shows it.")
    @APIResponse(responseCode = "204", description = "As told")
    public RestResponse<Void> replace(@PathParam("id") UUID id, @Valid @NotNull LicenceAssignmentsRequest request) {
        assignments.replace(id, request.userIds());
        return RestResponse.noContent();
    }

    @PUT
    @Path("/{userId}")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "assignLicence",
            summary = "Give a user a seat",
            description = "From today, by the customer's date; no effect on a user who holds one.")
    @APIResponse(responseCode = "204", description = "The user holds a seat")
    public RestResponse<Void> assign(
            @PathParam("id") UUID id,
            @PathParam("userId")
                    @Parameter(description = "The user, as in usage events", example = "user-4711")
                    @Size(max = 200)
                    @Pattern(regexp = "\\P{Cntrl}*", message = "{text-control-characters}")
                    String userId) {
        assignments.assign(id, userId);
        return RestResponse.noContent();
    }

    @DELETE
    @Path("/{userId}")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "releaseLicence",
            summary = "Take a user's seat back",
            description = "From today, by the customer's date; 404 for a user who holds none.")
    @APIResponse(responseCode = "204", description = "The seat is free")
    public RestResponse<Void> release(
            @PathParam("id") UUID id,
            @PathParam("userId") @Parameter(description = "The user, as in usage events", example = "user-4711")
                    String userId) {
        assignments.release(id, userId);
        return RestResponse.noContent();
    }
}

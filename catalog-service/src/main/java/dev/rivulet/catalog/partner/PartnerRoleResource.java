package dev.rivulet.catalog.partner;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.rest.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Roles of partners over HTTP. */
@Path("/partner-roles")
@Tag(name = "Partners")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class PartnerRoleResource {

    private final PartnerRoles roles;

    PartnerRoleResource(PartnerRoles roles) {
        this.roles = roles;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createPartnerRole",
            summary = "Add a role for partners",
            description =
                    "Beside VENDOR, DISTRIBUTOR, RESELLER and CONSUMER. 409 `key-taken` when there is such a role,"
                            + " `partner-roles-full` when the tenant has 100 of its own.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PartnerRoleView.class)))
    public RestResponse<PartnerRoleView> create(@Valid @NotNull PartnerRoleRequest request) {
        return Answer.created(roles.add(request), "/partner-roles");
    }

    @GET
    @Operation(
            operationId = "listPartnerRoles",
            summary = "List the roles for partners",
            description = "All of them, those of every tenant first.")
    public PartnerRoleList list() {
        return new PartnerRoleList(roles.list());
    }
}

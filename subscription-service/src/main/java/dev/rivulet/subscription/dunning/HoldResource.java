package dev.rivulet.subscription.dunning;

import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts that are left alone. */
@Path("/accounts/{id}/dunning-hold")
@Tag(name = "Dunning")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class HoldResource {

    private final Holding holding;

    HoldResource(Holding holding) {
        this.holding = holding;
    }

    @PUT
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "holdDunning",
            summary = "Leave an account alone",
            description = "Until a day, or for good: then it is served again if it was suspended. Repeating it is"
                    + " harmless.")
    @APIResponse(responseCode = "200", description = "It is left alone")
    public HoldView hold(
            @PathParam("id") @Parameter(description = "The account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id,
            @Valid @NotNull HoldRequest request) {
        return holding.hold(id, request);
    }

    @GET
    @Operation(
            operationId = "getDunningHold",
            summary = "Read why an account is left alone",
            description = "404 when it is not.")
    public HoldView holdOf(
            @PathParam("id") @Parameter(description = "The account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id) {
        return holding.of(id);
    }

    @DELETE
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "endDunningHold",
            summary = "Leave an account alone no longer",
            description = "Steps are taken again from now on. Repeating it is harmless.")
    @APIResponse(responseCode = "204", description = "It is not left alone")
    public void endHold(
            @PathParam("id") @Parameter(description = "The account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id) {
        holding.end(id);
    }
}

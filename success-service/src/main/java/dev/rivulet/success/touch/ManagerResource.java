package dev.rivulet.success.touch;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.problem.Rejected;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Success managers' hours. */
@Path("/")
@Tag(name = "Touch", description = "How customers are looked after, by whom, and the hours it takes")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class ManagerResource {

    private static final String EXAMPLE = "mila.horn@acme.example";

    private final Touches touches;
    private final TouchTable table;

    ManagerResource(Touches touches, TouchTable table) {
        this.touches = touches;
        this.table = table;
    }

    /** A team's hours. */
    @Schema(name = "Managers")
    public record ManagersView(List<CapacityView> managers) {}

    /** All of them. */
    @GET
    @Path("/managers")
    @Operation(
            operationId = "listManagers",
            summary = "Managers and their hours",
            description = "All whose hours are known, by name: what they have a quarter, and what of it is given away.")
    public ManagersView all() {
        return new ManagersView(table.loads(null).stream().map(CapacityView::of).toList());
    }

    /** One manager's. */
    @GET
    @Path("/managers/{manager}/capacity")
    @Operation(
            operationId = "getManagerCapacity",
            summary = "A manager's hours a quarter",
            description =
                    "Productive hours = hours per week × weeks × utilisation × (1 − admin share). A customer takes"
                            + " touches × hours per touch of them; how many fit is rounded down.")
    public CapacityView get(@PathParam("manager") @Parameter(example = EXAMPLE) String manager) {
        return CapacityView.of(load(manager));
    }

    /** Whoever waits and fits in now gets the manager. */
    @PUT
    @Path("/managers/{manager}/capacity")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "putManagerCapacity",
            summary = "State a manager's hours",
            description =
                    "A manager is known by the name in their token. Who waits for a manager and fits into the hours"
                            + " gets them at once. Nobody is sent away when hours are cut: freeHours is negative then.")
    public CapacityView put(
            @PathParam("manager")
                    @Parameter(example = EXAMPLE)
                    @Pattern(regexp = "[^@\\s]\\S{0,199}", message = "{owner-format}")
                    String manager,
            @Valid @NotNull CapacityRequest request) {
        touches.put(manager, request.capacity());
        return CapacityView.of(load(manager));
    }

    private ManagerLoad load(String manager) {
        return table.loads(manager).stream().findFirst().orElseThrow(() -> Rejected.notFound("manager", manager));
    }
}

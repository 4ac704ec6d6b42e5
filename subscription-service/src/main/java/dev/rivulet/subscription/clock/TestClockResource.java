package dev.rivulet.subscription.clock;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tenant's time. */
@Path("/test-clock")
@Tag(name = "Test clock", description = "Time of sandbox tenants, which is moved by hand")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class TestClockResource {

    private final ClockMoves moves;
    private final TenantClock clock;

    TestClockResource(ClockMoves moves, TenantClock clock) {
        this.moves = moves;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getTestClock",
            summary = "Read the tenant's time",
            description = "The test clock of a sandbox tenant that has moved one, else the system's time.")
    public TestClockView get() {
        return new TestClockView(clock.now(), clock.testTime() != null);
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "moveTestClock",
            summary = "Move the test clock of a sandbox tenant",
            description = "The first move starts the clock and may go to the past; later ones only go forward, else 422"
                    + " clock-backwards. Whatever falls due on the way is billed on its day before the answer comes."
                    + " Repeating a request is harmless. 403 sandbox-only for other tenants.")
    @APIResponse(responseCode = "200", description = "It stands there, and everything due is billed or has failed")
    public TestClockMoved move(@Valid @NotNull TestClockRequest request) {
        return moves.moveTo(request.now());
    }
}

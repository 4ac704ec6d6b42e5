package dev.rivulet.success.usage;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.success.input.Dated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a customer uses. */
@Path("/customers")
@Tag(name = "Usage", description = "What customers use of what they bought")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class ConsumptionResource {

    private final Consumption consumption;

    ConsumptionResource(Consumption consumption) {
        this.consumption = consumption;
    }

    /** Days are local to the customer, both ends included; at most 366 of them. */
    @GET
    @Path("/{id}/consumption")
    @Operation(
            operationId = "getConsumption",
            summary = "What a customer used, by day and metric",
            description = "Days are local to the customer. Without a range: the 28 days to today.")
    public ConsumptionView consumption(
            @PathParam("id") UUID id,
            @Parameter(description = "First day", example = "2025-03-01") @QueryParam("from") @Dated @Nullable
                    LocalDate from,
            @Parameter(description = "Last day, included", example = "2025-03-28") @QueryParam("to") @Dated @Nullable
                    LocalDate to) {
        return consumption.of(id, from, to);
    }

    /** The window is 28 local days, today included. */
    @GET
    @Path("/{id}/licences")
    @Operation(
            operationId = "getLicences",
            summary = "How many of the purchased licences are used",
            description = "Distinct users with usage in the 28 days to today over the seats of the running"
                    + " subscriptions. Without seats the utilisation is null, with the reason.")
    public LicenceView licences(@PathParam("id") UUID id) {
        return consumption.licences(id);
    }
}

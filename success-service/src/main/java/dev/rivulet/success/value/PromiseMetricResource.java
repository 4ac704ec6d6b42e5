package dev.rivulet.success.value;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How many promises are kept. */
@Path("/metrics/promises")
@Tag(name = "Metrics", description = "Figures over all customers")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class PromiseMetricResource {

    private final PromiseMetrics metrics;

    PromiseMetricResource(PromiseMetrics metrics) {
        this.metrics = metrics;
    }

    /** Overdue ones count as not confirmed. */
    @GET
    @Operation(
            operationId = "getPromiseMetric",
            summary = "How many promised benefits came true, with the interval",
            description = "Of the promises due on these days, local to the customers. The rate is the share confirmed"
                    + " in full of all that came out, with Wilson's interval of 95 %; a promise past its day without"
                    + " the customer's word came out as not confirmed. Nothing is to be concluded from a rate that is"
                    + " not enough.")
    public PromiseMetricView promises(
            @Parameter(description = "First due day that counts", example = "2025-01-01") @QueryParam("from") @Nullable
                    LocalDate from,
            @Parameter(description = "Last due day that counts", example = "2025-03-31") @QueryParam("to") @Nullable
                    LocalDate to,
            @Parameter(description = "What to tell apart", example = "PROPOSITION") @QueryParam("by") @Nullable
                    PromiseGrouping by) {
        return metrics.of(from, to, by);
    }
}

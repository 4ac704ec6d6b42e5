package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The coming invoices of an account. */
@Path("/accounts/{id}/forecast")
@Tag(name = "Accounts")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class ForecastResource {

    private static final int MOST_MONTHS = 36;
    private static final int USUAL_MONTHS = 12;

    private final Previewing previewing;

    ForecastResource(Previewing previewing) {
        this.previewing = previewing;
    }

    @GET
    @Operation(
            operationId = "forecastInvoices",
            summary = "Foresee an account's invoices",
            description =
                    "Everything that is decided already, billed day by day by the very code that will bill it, and"
                            + " taken back. Amounts are those of today's terms; of usage, what is known so far.")
    @APIResponse(responseCode = "200", description = "The invoices to come, in order")
    public Forecast forecast(
            @PathParam("id") @Parameter(description = "The account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id,
            @QueryParam("months")
                    @Parameter(description = "How far to look", example = "12")
                    @Schema(minimum = "1", maximum = "36", defaultValue = "12")
                    @Nullable
                    Integer months) {
        var far = months == null ? USUAL_MONTHS : months;
        if (far < 1 || far > MOST_MONTHS) {
            throw Rejected.invalid("months-range", "?months", MOST_MONTHS);
        }
        return previewing.forecast(id, far);
    }
}

package dev.rivulet.subscription.usage;

import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
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

/** What an account has used, as billing counts it. */
@Path("/accounts")
@Tag(name = "Usage", description = "Metered usage as it is counted for billing")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class AccountUsageResource {

    private final AccountUsage usage;

    AccountUsageResource(AccountUsage usage) {
        this.usage = usage;
    }

    @GET
    @Path("/{id}/usage")
    @Operation(
            operationId = "getAccountUsage",
            summary = "Read an account's usage of a metric",
            description = "By local days or calendar months of the account, at most 366 days; every event counts once."
                    + " The range is half-open. Without one: from the beginning of the month to today. Usage is"
                    + " reported to the success service and shows here shortly.")
    public AccountUsageView get(
            @PathParam("id") @Parameter(description = "The account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id,
            @QueryParam("metric")
                    @Parameter(description = "What is metered", example = "api-calls", required = true)
                    @Nullable
                    String metric,
            @QueryParam("from") @Parameter(description = "First day", example = "2026-03-01") @Nullable LocalDate from,
            @QueryParam("to")
                    @Parameter(description = "First day that does not belong to it", example = "2026-04-01")
                    @Nullable
                    LocalDate to,
            @QueryParam("granularity")
                    @DefaultValue("DAY")
                    @Parameter(description = "By days or by calendar months", example = "DAY")
                    Granularity granularity) {
        return usage.of(id, metric, from, to, granularity);
    }
}

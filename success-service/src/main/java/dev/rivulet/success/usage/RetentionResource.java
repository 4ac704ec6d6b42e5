package dev.rivulet.success.usage;

import dev.rivulet.kit.rest.Roles;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.input.Dated;
import dev.rivulet.success.usage.domain.Interval;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who comes back. */
@Path("/metrics/usage-retention")
@Tag(name = "Usage", description = "What customers use of what they bought")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class RetentionResource {

    private final Retention retention;
    private final Portfolio portfolio;

    RetentionResource(Retention retention, Portfolio portfolio) {
        this.retention = retention;
        this.portfolio = portfolio;
    }

    @GET
    @Operation(
            operationId = "getUsageRetention",
            summary = "How many of those active in a period are active again later",
            description = "Recurring retention by the customers' local days. Only periods that are over everywhere on"
                    + " earth are shown, so that no unfinished cell looks like a loss.")
    public RetentionView get(
            @QueryParam("interval")
                    @DefaultValue("week")
                    @Parameter(
                            description = "day (up to 60), week from Monday (53) or month (36)",
                            example = "week",
                            schema = @Schema(enumeration = {"day", "week", "month"}))
                    Interval interval,
            @QueryParam("periods")
                    @DefaultValue("11")
                    @Parameter(description = "How many periods, at least 2", example = "11")
                    int periods,
            @QueryParam("to")
                    @Dated
                    @Parameter(
                            description =
                                    "The last period that ended on this day or before; without it the last there is",
                            example = "2025-03-23")
                    @Nullable
                    LocalDate to,
            @QueryParam("of")
                    @DefaultValue("users")
                    @Pattern(regexp = "users|accounts", message = "{retention-of}")
                    @Parameter(
                            description = "Count users or whole accounts",
                            example = "users",
                            schema = @Schema(enumeration = {"users", "accounts"}))
                    String of,
            @QueryParam("accountId")
                    @Parameter(
                            description = "Only this customer's users",
                            example = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
                    @Nullable
                    UUID accountId) {
        if (accountId != null) {
            portfolio.require(accountId);
        }
        return retention.of(interval, periods, to, of.equals("users"), accountId);
    }
}

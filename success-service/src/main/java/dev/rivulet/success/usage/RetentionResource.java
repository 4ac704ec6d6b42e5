package dev.rivulet.success.usage;

import dev.rivulet.kit.rest.Roles;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.input.Dated;
import dev.rivulet.success.usage.Retention.Question;
import dev.rivulet.success.usage.domain.Interval;
import dev.rivulet.success.usage.domain.Rule;
import dev.rivulet.success.usage.domain.UsageRetention;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
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
            description = "By the customers' local days; everybody counts in each period of theirs, or from their first"
                    + " one ever only, and comes back in each later period, in it or after it, or within brackets. Only periods that are over everywhere on"
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
                    UUID accountId,
            @QueryParam("type")
                    @DefaultValue("recurring")
                    @Pattern(regexp = "recurring|first-time", message = "{retention-type}")
                    @Parameter(
                            description = "recurring: who is active in a period counts in its row; first-time: only who"
                                    + " has never been before",
                            example = "recurring",
                            schema = @Schema(enumeration = {"recurring", "first-time"}))
                    String type,
            @QueryParam("counting")
                    @DefaultValue("on")
                    @Pattern(regexp = "on|on-or-after", message = "{retention-counting}")
                    @Parameter(
                            description = "on: back in the very period (n-day); on-or-after: in it or any later one"
                                    + " (unbounded, rolling)",
                            example = "on",
                            schema = @Schema(enumeration = {"on", "on-or-after"}))
                    String counting,
            @QueryParam("brackets")
                    @Pattern(regexp = "[1-9]\\d?(,[1-9]\\d?){0,60}", message = "{retention-brackets}")
                    @Parameter(
                            description = "Of how many periods each span after the first one is; left out: of one each",
                            example = "1,2,4")
                    @Nullable
                    String brackets,
            @QueryParam("metric")
                    @Size(min = 1, max = 200, message = "{text-too-long}")
                    @Parameter(description = "Only use of this metric starts; any if left out", example = "lesson")
                    @Nullable
                    String metric,
            @QueryParam("returning")
                    @Size(min = 1, max = 200, message = "{text-too-long}")
                    @Parameter(
                            description = "Only use of this metric is coming back; as what starts if left out",
                            example = "certificate")
                    @Nullable
                    String returning) {
        if (accountId != null) {
            portfolio.require(accountId);
        }
        var widths = brackets == null
                ? Rule.each(Math.clamp(periods, 1, UsageRetention.MOST))
                : Stream.of(brackets.split(",")).map(Integer::valueOf).toList();
        var rule = new Rule(type.equals("first-time"), counting.equals("on-or-after"), widths);
        return retention.of(
                new Question(interval, periods, rule, to, of.equals("users"), accountId, metric, returning));
    }
}

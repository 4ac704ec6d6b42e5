package dev.rivulet.success.usage;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.input.Dated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a customer uses. */
@Path("/customers")
@Tag(name = "Usage", description = "What customers use of what they bought")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class ConsumptionResource {

    private final Consumption consumption;
    private final UsageCorrections corrections;
    private final Customers customers;

    ConsumptionResource(Consumption consumption, UsageCorrections corrections, Customers customers) {
        this.consumption = consumption;
        this.corrections = corrections;
        this.customers = customers;
    }

    /** Days are local to the customer, both ends included; at most 366 of them, by month 60 months. */
    @GET
    @Path("/{id}/consumption")
    @Operation(
            operationId = "getConsumption",
            summary = "What a customer used, by day, month, feature or user",
            description = "Days are local to the customer. Without a range: the 28 days to today, by month the twelve"
                    + " months to this one. Months are always whole. A day that changed after it was over says so.")
    public ConsumptionView consumption(
            @PathParam("id") UUID id,
            @Parameter(description = "First day", example = "2025-03-01") @QueryParam("from") @Dated @Nullable
                    LocalDate from,
            @Parameter(description = "Last day, included", example = "2025-03-28") @QueryParam("to") @Dated @Nullable
                    LocalDate to,
            @Parameter(
                            description = "day, month, feature or user",
                            example = "feature",
                            schema = @Schema(enumeration = {"day", "month", "feature", "user"}))
                    @QueryParam("by")
                    @DefaultValue("day")
                    Grouping by) {
        return consumption.of(id, from, to, by);
    }

    /** The same figures for a spreadsheet. */
    @GET
    @Path("/{id}/consumption/csv")
    @Produces("text/csv")
    @Operation(
            operationId = "getConsumptionCsv",
            summary = "What a customer used, as a table",
            description = "Comma-separated values (RFC 4180) in UTF-8; the same ranges and groupings as in JSON.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "by day",
                                            value = "day,metric,quantity,events,users,corrected_at")))
    public RestResponse<String> csv(
            @PathParam("id") UUID id,
            @Parameter(description = "First day", example = "2025-03-01") @QueryParam("from") @Dated @Nullable
                    LocalDate from,
            @Parameter(description = "Last day, included", example = "2025-03-28") @QueryParam("to") @Dated @Nullable
                    LocalDate to,
            @Parameter(
                            description = "day, month, feature or user",
                            example = "feature",
                            schema = @Schema(enumeration = {"day", "month", "feature", "user"}))
                    @QueryParam("by")
                    @DefaultValue("day")
                    Grouping by) {
        return RestResponse.ok(ConsumptionCsv.of(consumption.of(id, from, to, by)), "text/csv; charset=utf-8");
    }

    /** The window is 28 local days, today included. */
    @GET
    @Path("/{id}/engagement")
    @Operation(
            operationId = "getEngagement",
            summary = "How often a customer's users come, and whether that grows",
            description = "Stickiness is the mean of daily active users over the 28 local days to today per distinct"
                    + " users of them. The trend compares the median week of the last four with that of the four before,"
                    + " in user-days; where there is too little to say it is null, with the reason.")
    public EngagementView engagement(@PathParam("id") UUID id) {
        return consumption.engagement(id);
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

    /** Oldest first. */
    @GET
    @Path("/{id}/usage-corrections")
    @Transactional
    @Operation(
            operationId = "listUsageCorrections",
            summary = "List what changed on days that were over",
            description =
                    "Oldest first: usage that came later than the day and its grace of two days, and days that now"
                            + " begin elsewhere because the customer's time zone changed.")
    public RestResponse<Page<UsageCorrectionView>> corrections(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        customers.get(id);
        return page.respond(
                "usage-corrections",
                corrections.page(id, page.after("usage-corrections"), page.count()),
                correction -> correction,
                UsageCorrectionView::id);
    }
}

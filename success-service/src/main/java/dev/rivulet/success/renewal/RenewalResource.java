package dev.rivulet.success.renewal;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.success.input.Dated;
import dev.rivulet.success.renewal.domain.RiskPolicy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Renewals. */
@Path("/renewals")
@Tag(name = "Renewals", description = "What comes up for renewal, how likely it is to be kept, and how it came out")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class RenewalResource {

    private final Renewals renewals;
    private final Forecasts forecasts;

    RenewalResource(Renewals renewals, Forecasts forecasts) {
        this.renewals = renewals;
        this.forecasts = forecasts;
    }

    /** The earliest first. */
    @GET
    @Operation(
            operationId = "listRenewals",
            summary = "What comes up for renewal, with its risk and every reason for it",
            description = "A subscription whose end is decided comes up on that day, whatever its period; one that runs"
                    + " on and is paid by the year, on the day its next year begins; others never come up. Days are local"
                    + " to the customer. " + RiskPolicy.DEFINITION
                    + " These are the usual thresholds; a tenant may have decided on its own:"
                    + " /renewal-policy. What is not known never makes a risk higher."
                    + " Amounts are compared in one currency only. 400 range-backwards, time-out-of-range,"
                    + " money-needs-currency, currency-code, parameter-invalid, cursor-invalid.")
    public RestResponse<Page<RenewalView>> list(
            @Valid @BeanParam RenewalFilter filter,
            @QueryParam("sort")
                    @Parameter(description = "The earliest first, or the most money", example = "-mrr")
                    @Schema(
                            enumeration = {"renewalOn", "-mrr"},
                            defaultValue = "renewalOn")
                    @Nullable
                    String sort,
            @BeanParam PageRequest page) {
        var order = RenewalOrder.of(sort);
        order.require(filter);
        var found = renewals.page(filter, order, page.place(order.list()), page.count());
        return page.respondAt(order.list(), found, Renewals.Placed::view, placed -> order.place(placed.renewal()));
    }

    /** By what became of past renewals. */
    @GET
    @Path("/forecast")
    @Operation(
            operationId = "forecastRenewals",
            summary = "What is expected to be kept of what comes up, by month and currency",
            description =
                    "Expected is the sum over the risks of the money that comes up times the share of past renewals"
                            + " of that risk that was kept, the risk being the one shown 30 days before. Where a risk has fewer"
                            + " past renewals than the minimum nothing is expected, with the reason, and the range from what is"
                            + " certain to what is possible stands alone. Money is monthly recurring revenue in the contracts'"
                            + " currencies; months are those of the renewals' days, local to each customer, from the present one"
                            + " by UTC on. Of the customers that the caller sees; rates are of all. 400 parameter-invalid.")
    public ForecastView forecast(
            @Parameter(description = "How many months, 1 to 24", example = "6") @QueryParam("months") @DefaultValue("6")
                    int months) {
        return forecasts.forecast(months);
    }

    /** What the risk said beforehand against what came. */
    @GET
    @Path("/precision")
    @Operation(
            operationId = "getRenewalPrecision",
            summary = "How often the risk of renewals was right",
            description =
                    "Of the renewals that came out: a renewal is lost when its subscription has no monthly recurring"
                            + " revenue left at the end of its day, and renewed, expanded or contracted by what it had 30 days"
                            + " before; movements that become known later correct that. The risk is the one that was shown 30 days"
                            + " before, or up to 15 if it was not known earlier; it is never corrected. Shares have Wilson's"
                            + " interval of 95 %. 400 range-backwards, time-out-of-range.")
    public PrecisionView precision(
            @Parameter(description = "First day of the renewals, local to each customer", example = "2026-01-01")
                    @QueryParam("from")
                    @Dated
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Last day, included", example = "2026-12-31") @QueryParam("to") @Dated @Nullable
                    LocalDate to) {
        return forecasts.precision(from, to);
    }
}

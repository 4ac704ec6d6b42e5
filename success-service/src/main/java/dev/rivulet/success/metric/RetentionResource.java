package dev.rivulet.success.metric;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.input.Margins;
import dev.rivulet.success.input.Months;
import dev.rivulet.success.metric.domain.MetricPolicy;
import dev.rivulet.success.revenue.Periods;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What recurring revenue kept and lost. */
@Path("/metrics")
@Tag(name = "Metrics", description = "Figures, each with the policy it was made by")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class RetentionResource {

    private static final int MOST = 60;
    private static final int YEAR = 12;

    private final RetentionReports reports;

    RetentionResource(RetentionReports reports) {
        this.reports = reports;
    }

    @GET
    @Path("/retention-report")
    @Operation(
            operationId = "getRetentionReport",
            summary = "Read what months, quarters or years kept and lost",
            description =
                    "Retention, churn, quick ratio, ARPA and lifetime value, month by month in the accounts' zones,"
                            + " of one currency and by one policy. Of a quarter or calendar year they are of the customers"
                            + " there were when it began, not means of its months. Ratios have six decimals, HALF_UP; amounts the currency's."
                            + " Each month as known now and, where corrections have changed it since it closed (12:00 UTC of"
                            + " the day after it), as it was reported. Null with the reason where a denominator is zero. 400"
                            + " for a month, attribute, currency, policy or margin that is not one.")
    public RetentionReport report(
            @QueryParam("period")
                    @Parameter(description = "What figures are of; those that the months from and to are in")
                    @Schema(
                            enumeration = {"month", "quarter", "year"},
                            defaultValue = "month")
                    @Nullable
                    String period,
            @Parameter(description = "First month; the last closed one if left out", example = "2026-01")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Last month; the first if left out", example = "2026-03")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Parameter(
                            description =
                                    "An attribute: plan, product, segment, partner, manager, or one of the customer's own",
                            example = "segment")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @Parameter(description = "ISO 4217; needed where there are several", example = "EUR")
                    @QueryParam("currency")
                    @Nullable
                    String currency,
            @Parameter(
                            description = "rivulet, stripe, chartmogul, profitwell or baremetrics; rivulet if left out",
                            example = "rivulet")
                    @QueryParam("policy")
                    @Nullable
                    String policy,
            @Parameter(description = Margins.DESCRIPTION, example = "0.8") @QueryParam("grossMargin") @Nullable
                    String grossMargin) {
        var of = Periods.parse(period);
        var first = Months.parse(from, "?from", reports.lastClosed(of));
        var last = Months.parse(to, "?to", first);
        Months.requireRange(first, last, MOST * of.months);
        return reports.report(of, first, last, by, currency, policy(policy), grossMargin);
    }

    @GET
    @Path("/trailing-retention")
    @Operation(
            operationId = "getTrailingRetention",
            summary = "Read what is left of the customers of a year ago",
            description = "Net and gross revenue retention over so many months to a month, usually twelve: of the"
                    + " customers with revenue when the first one began, their revenue when the last one ended. Who comes"
                    + " meanwhile is none of it; who goes and comes back is. As known now. 400 for a month, attribute,"
                    + " currency or number of months that is not one.")
    public TrailingRetention trailing(
            @Parameter(description = "Last month; the last closed one if left out", example = "2026-03")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Parameter(description = "How many, 1 to 60; 12 if left out", example = "12")
                    @QueryParam("months")
                    @Nullable
                    Integer months,
            @Parameter(
                            description =
                                    "An attribute: plan, product, segment, partner, manager, or one of the customer's own",
                            example = "segment")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @Parameter(description = "ISO 4217; needed where there are several", example = "EUR")
                    @QueryParam("currency")
                    @Nullable
                    String currency) {
        var length = months == null ? YEAR : months;
        if (length < 1 || length > MOST) {
            throw Rejected.invalid("trailing-months", "?months", MOST);
        }
        return reports.trailing(Months.parse(to, "?to", reports.lastClosed()), length, by, currency);
    }

    @GET
    @Path("/policy-comparison")
    @Operation(
            operationId = "compareMetricPolicies",
            summary = "Read a month by the rules of several products",
            description = "The same movements by our own policy and by those of Stripe, ChartMogul, ProfitWell and"
                    + " Baremetrics, as known now, so that figures of another product can be understood. 400 for a month, currency"
                    + " or margin that is not one.")
    public PolicyComparison compare(
            @Parameter(description = "The month; the last closed one if left out", example = "2026-03")
                    @QueryParam("month")
                    @Nullable
                    String month,
            @Parameter(description = "ISO 4217; needed where there are several", example = "EUR")
                    @QueryParam("currency")
                    @Nullable
                    String currency,
            @Parameter(description = Margins.DESCRIPTION, example = "0.8") @QueryParam("grossMargin") @Nullable
                    String grossMargin) {
        return reports.compare(Months.parse(month, "?month", reports.lastClosed()), currency, grossMargin);
    }

    private static MetricPolicy policy(@Nullable String text) {
        return text == null
                ? MetricPolicy.RIVULET
                : Arrays.stream(MetricPolicy.values())
                        .filter(policy -> policy.text.equals(text))
                        .findFirst()
                        .orElseThrow(() -> Rejected.invalid("parameter-invalid", "?policy", "policy"));
    }
}

package dev.rivulet.success.survey;

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

/** What customers say, in three figures. */
@Path("/metrics")
@Tag(name = "Metrics", description = "Figures over all customers")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class SurveyMetricResource {

    private static final String COUNTED = " Of each person the latest answer of the period counts (of each month, where"
            + " months are told apart); dismissals and anonymous surveys do not. Days are local to the customers."
            + " Without answers the figures are null, with the reason. By month, a closed month that answers recorded"
            + " later have changed shows what was reported of it, too.";
    private static final String FROM = "First day that counts, local to the customer";
    private static final String TO = "Last day that counts, local to the customer";
    private static final String BY = "What to tell apart; null is the group of those of whom it is not known";

    private static final String CSAT_SCALE = "Answers on a scale of so many points: 3, 4, 5, 6, 7 or 10; 5 if left out";
    private static final String CES_SCALE = "Answers on a scale of so many points: 5 or 7; 7 if left out";

    private final SurveyMetrics metrics;

    SurveyMetricResource(SurveyMetrics metrics) {
        this.metrics = metrics;
    }

    /** Promoters 9 and 10, detractors 0 to 6. */
    @GET
    @Path("/nps")
    @Operation(
            operationId = "getNps",
            summary = "Net Promoter Score, with its interval",
            description = "Promoters answered 9 or 10, detractors 0 to 6; the interval of 95 % is 1.96 standard errors"
                    + " wide on each side, and where all answers are alike Wilson's." + COUNTED)
    public NpsView nps(
            @Parameter(description = FROM, example = "2025-01-01") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = TO, example = "2025-03-31") @QueryParam("to") @Nullable LocalDate to,
            @Parameter(description = BY, example = "MONTH") @QueryParam("by") @Nullable Grouping by) {
        return metrics.of(SurveyKind.NPS, SurveyKind.NPS.scale().points(), null, Period.of(from, to), by, NpsView::of);
    }

    /** Satisfied are the highest answers. */
    @GET
    @Path("/csat")
    @Operation(
            operationId = "getCsat",
            summary = "Share of satisfied customers, with its interval",
            description =
                    "Those who gave the highest answers, one on a scale of 3 points, two of 4 to 7 (4 or 5 of the usual"
                            + " 5) and three of 10, with Wilson's interval of 95 %." + COUNTED)
    public CsatView csat(
            @Parameter(description = FROM, example = "2025-01-01") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = TO, example = "2025-03-31") @QueryParam("to") @Nullable LocalDate to,
            @Parameter(description = BY, example = "PLAN") @QueryParam("by") @Nullable Grouping by,
            @Parameter(description = CSAT_SCALE, example = "5") @QueryParam("scale") @Nullable Integer scale) {
        var points = SurveyKind.CSAT.points(scale, "?scale");
        return metrics.of(SurveyKind.CSAT, points, null, Period.of(from, to), by, CsatView.on(points));
    }

    /** Mean and share of those who agree; higher is easier. */
    @GET
    @Path("/ces")
    @Operation(
            operationId = "getCes",
            summary = "Customer Effort Score, with its intervals",
            description =
                    "Mean on the scale from 1 to 7, higher is easier, with Student's interval of 95 % (Wilson's where"
                            + " all answers are alike), and the share of 5 to 7 with Wilson's. On the scale from 1 to 5"
                            + " it is 4 and 5 that agree." + COUNTED)
    public CesView ces(
            @Parameter(description = FROM, example = "2025-01-01") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = TO, example = "2025-03-31") @QueryParam("to") @Nullable LocalDate to,
            @Parameter(description = BY, example = "FUNCTION") @QueryParam("by") @Nullable Grouping by,
            @Parameter(description = CES_SCALE, example = "7") @QueryParam("scale") @Nullable Integer scale) {
        var points = SurveyKind.CES.points(scale, "?scale");
        return metrics.of(SurveyKind.CES, points, null, Period.of(from, to), by, CesView.on(points));
    }
}

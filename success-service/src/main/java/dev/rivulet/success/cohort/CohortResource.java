package dev.rivulet.success.cohort;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.input.CursorValues;
import dev.rivulet.success.input.Margins;
import dev.rivulet.success.revenue.LateMovement;
import dev.rivulet.success.revenue.Revenue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What cohorts kept, as data and as pictures. */
@Path("/")
@Tag(name = "Cohorts", description = "What customers who started together kept, and which of it is no chance")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class CohortResource {

    private static final String CSV = "text/csv";
    private static final String SVG = "image/svg+xml";
    private static final String CHANGES = "cohort-changes";

    private final CohortTables tables;
    private final CohortParameters parameters;
    private final Revenue revenue;
    private final Portfolio portfolio;

    CohortResource(CohortTables tables, CohortParameters parameters, Revenue revenue, Portfolio portfolio) {
        this.tables = tables;
        this.parameters = parameters;
        this.revenue = revenue;
        this.portfolio = portfolio;
    }

    /** JSON, CSV, or a picture that needs no script. */
    @GET
    @Path("/cohorts")
    @Produces({MediaType.APPLICATION_JSON, CSV, SVG, MediaType.TEXT_HTML})
    @Operation(
            operationId = "getCohorts",
            summary = "Read a cohort table, or look at it",
            description =
                    "An account belongs to the month of its first day with revenue, in its own zone, and is of age"
                            + " 0 at the end of it. Ratios have six decimals; LTV is gross margin so far per customer of the"
                            + " beginning, in the currency, of what is paid a month when each month ends. A cell is"
                            + " CLOSED when all its accounts have reached the age and the month is over everywhere (12:00 UTC of the day after); only then it has a value. A closed"
                            + " cell is marked by what it kept of the age before, against all others at the same age: red"
                            + " when the difference is at least 5 points (and 3 customers) and q, by Benjamini and Hochberg"
                            + " over the cells that closed in the same month, is below 0.05; what differs by 5 points and is"
                            + " not red is too small to say. Quarters and years are not judged. Red cells of the table by start month open a case. 400 for a"
                            + " measure, attribute, currency, policy or month that is not one.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CohortView.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = SVG, schema = @Schema(implementation = String.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    public RestResponse<Object> table(
            @Parameter(description = "logo, gross, net or ltv; logo if left out", example = "net")
                    @QueryParam("measure")
                    @Nullable
                    String measure,
            @Parameter(
                            description =
                                    "start, or an attribute: plan, product, segment, partner, manager, or one of the"
                                            + " customer's own; start if left out",
                            example = "start")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @QueryParam("period")
                    @Parameter(
                            description = "What accounts start in and ages are counted in; those that the months from"
                                    + " and to are in. All are of an age when it ends. Not by an attribute")
                    @Schema(
                            enumeration = {"month", "quarter", "year"},
                            defaultValue = "month")
                    @Nullable
                    String period,
            @Parameter(
                            description = "Only accounts with this value of an attribute, by start month",
                            example = "segment:0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
                    @QueryParam("within")
                    @Nullable
                    String within,
            @Parameter(description = "First month of a start; a year before the last if left out", example = "2026-01")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Last month of a start; the present one if left out", example = "2026-06")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Parameter(description = "Highest age shown, in periods, to 60; 12 if left out", example = "12")
                    @QueryParam("ages")
                    @Nullable
                    Integer ages,
            @Parameter(
                            description = "ISO 4217; needed for money where there are several, and for customers all"
                                    + " currencies count if left out",
                            example = "EUR")
                    @QueryParam("currency")
                    @Nullable
                    String currency,
            @Parameter(
                            description = "as-known-now, or as-reported: each month as it was known when it closed",
                            example = "as-known-now")
                    @QueryParam("policy")
                    @Nullable
                    String policy,
            @Parameter(description = Margins.DESCRIPTION, example = "0.8") @QueryParam("grossMargin") @Nullable
                    String grossMargin,
            @Context Request request,
            @Context HttpHeaders headers) {
        var table = tables.of(parameters.query(new CohortParameters.Given(
                measure, by, period, within, from, to, ages, currency, policy, grossMargin)));
        var type = type(request);
        var texts = PictureTexts.of(headers.getAcceptableLanguages());
        Object body = switch (type) {
            case CSV -> CohortCsv.of(table);
            case SVG -> CohortSvg.of(table, texts);
            case MediaType.TEXT_HTML -> CohortHtml.of(table, texts);
            default -> table;
        };
        return RestResponse.ResponseBuilder.ok(body)
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        type.equals(MediaType.APPLICATION_JSON) ? type : type + ";charset=UTF-8")
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .build();
    }

    private static String type(Request request) {
        var variant = request.selectVariant(Variant.mediaTypes(
                        MediaType.APPLICATION_JSON_TYPE,
                        MediaType.valueOf(CSV),
                        MediaType.valueOf(SVG),
                        MediaType.TEXT_HTML_TYPE)
                .build());
        if (variant == null) {
            throw new NotAcceptableException();
        }
        var type = variant.getMediaType();
        return type.getType() + "/" + type.getSubtype();
    }

    /** What is why a table differs from what was reported. */
    @GET
    @Path("/cohort-changes")
    @Operation(
            operationId = "listCohortChanges",
            summary = "List the corrections of closed months",
            description = "Movements of recurring revenue that became known after their month had closed, in the order"
                    + " they became known. They change closed cells, which are then marked as restated and judged"
                    + " again.")
    public RestResponse<Page<LateMovement>> changes(@BeanParam PageRequest page) {
        var found = revenue.late(portfolio.accounts().orElse(null), place(page.place(CHANGES)), page.count());
        return page.respondAt(CHANGES, found, late -> late, late -> List.of(late.recordedAt(), late.id()));
    }

    private static LateMovement.@Nullable Place place(@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        var last = CursorValues.of(cursor, 2);
        return new LateMovement.Place(last.time(0), last.id(1));
    }
}

package dev.rivulet.subscription.metrics;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.metrics.domain.MovementKind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What moved recurring revenue. */
@Path("/metrics")
@Tag(name = "Metrics", description = "Figures, each with the policy it was made by")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class MovementResource {

    private static final String GROUPS = "mrr-movements";
    private static final String ENTRIES = "mrr-movement-entries";

    private final MovementFigures figures;
    private final MrrMovementRepository movements;

    MovementResource(MovementFigures figures, MrrMovementRepository movements) {
        this.figures = figures;
        this.movements = movements;
    }

    @GET
    @Path("/movements")
    @Transactional
    @Operation(
            operationId = "listMrrMovements",
            summary = "Sum up the movements of recurring revenue",
            description = "By kind and currency, and by what is asked for; as known now, on the days they hold from.")
    public RestResponse<Page<MovementGroup>> groups(
            @QueryParam("from") @Parameter(description = "First day", example = "2026-01-01") @Nullable LocalDate from,
            @QueryParam("to") @Parameter(description = "Last day", example = "2026-03-31") @Nullable LocalDate to,
            @QueryParam("kind") @Parameter(description = "Only of this kind", example = "CHURN") @Nullable
                    MovementKind kind,
            @QueryParam("groupBy")
                    @Parameter(
                            description = "plan, product, segment, partner, activityCode or month, which is meant if"
                                    + " absent",
                            example = "plan")
                    @Nullable
                    String groupBy,
            @BeanParam PageRequest page) {
        var by = GroupBy.of(groupBy);
        var list = GROUPS + "-" + by.text();
        var found = figures.groups(by, first(from), last(to), kind, page.place(list), page.count());
        return page.respondAt(list, found, group -> group, MovementResource::place);
    }

    private static List<?> place(MovementGroup group) {
        return List.of(
                group.key() == null ? "" : group.key(),
                group.kind(),
                group.amount().currency());
    }

    @GET
    @Path("/movement-entries")
    @Transactional
    @Operation(
            operationId = "listMrrMovementEntries",
            summary = "List the movements of recurring revenue one by one",
            description = "In the order they became known.")
    public RestResponse<Page<MovementView>> entries(
            @QueryParam("from") @Parameter(description = "First day", example = "2026-01-01") @Nullable LocalDate from,
            @QueryParam("to") @Parameter(description = "Last day", example = "2026-03-31") @Nullable LocalDate to,
            @BeanParam PageRequest page) {
        var found = movements.entries(first(from), last(to), page.after(ENTRIES), page.count());
        return page.respond(ENTRIES, found, MovementView::of, movement -> movement.id);
    }

    @GET
    @Path("/retention")
    @Transactional
    @Operation(
            operationId = "getMrrRetention",
            summary = "Read what a month kept and lost",
            description = "Churn, retention and quick ratio by currency, as known now, each with the policy it was made"
                    + " by; null with the reason where a denominator is zero.")
    public RetentionView retention(
            @QueryParam("month") @Parameter(description = "The month", example = "2026-03", required = true) @Nullable
                    String month) {
        var asked = Months.parse(month, "?month");
        return RetentionView.of(asked, figures.month(asked));
    }

    private static LocalDate first(@Nullable LocalDate day) {
        return day == null ? Months.FIRST.atDay(1) : inRange(day, "?from");
    }

    private static LocalDate last(@Nullable LocalDate day) {
        return day == null ? Months.LAST.atEndOfMonth() : inRange(day, "?to");
    }

    private static LocalDate inRange(LocalDate day, String pointer) {
        var first = Months.FIRST.atDay(1);
        var last = Months.LAST.atEndOfMonth();
        if (day.isBefore(first) || day.isAfter(last)) {
            throw Rejected.invalid("date-range", pointer, first, last);
        }
        return day;
    }
}

package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Recurring revenue. */
@Path("/metrics/mrr")
@Tag(name = "Metrics", description = "Figures, each with the policy it was made by")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class MrrResource {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private static final String GROUPS = "mrr-groups";

    private final MrrMovementRepository movements;
    private final MovementFigures figures;
    private final TenantClock clock;

    MrrResource(MrrMovementRepository movements, MovementFigures figures, TenantClock clock) {
        this.movements = movements;
        this.figures = figures;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getMrr",
            summary = "Read monthly recurring revenue",
            description = "The sum of all movements up to the end of the day, one amount per currency. Each movement"
                    + " counts on the day it holds from, in its account's zone.")
    public MrrView get(
            @QueryParam("asOf")
                    @Parameter(
                            description = "A day; if absent everything counts that holds by now, and the answer names"
                                    + " the day: today in UTC, or tomorrow where an account's day is ahead",
                            example = "2026-03-31")
                    @Nullable
                    LocalDate asOf) {
        var day = day(asOf);
        return new MrrView(day, MrrView.POLICY, movements.total(day));
    }

    @GET
    @Path("/groups")
    @Transactional
    @Operation(
            operationId = "listMrrGroups",
            summary = "Read monthly recurring revenue by what is sold, to whom and through whom",
            description = "Adds up to the whole of the day (policy contracted-1). A subscription counts whole where its"
                    + " latest movement up to the day put it: after an upgrade all of it is the new plan's.")
    public RestResponse<Page<MrrGroup>> groups(
            @QueryParam("asOf")
                    @Parameter(description = "A day; if absent as for the whole", example = "2026-03-31")
                    @Nullable
                    LocalDate asOf,
            @QueryParam("groupBy")
                    @Parameter(
                            description = "plan, product, segment, partner or activityCode",
                            example = "plan",
                            required = true)
                    @Nullable
                    String groupBy,
            @BeanParam PageRequest page) {
        var by = GroupBy.of(groupBy);
        if (by == GroupBy.MONTH) {
            throw Rejected.invalid("parameter-invalid", "?groupBy", "groupBy");
        }
        var list = GROUPS + "-" + by.text();
        var found = figures.worth(by, day(asOf), page.place(list), page.count());
        return page.respondAt(list, found, group -> group, MrrResource::place);
    }

    private static List<?> place(MrrGroup group) {
        return List.of(group.key() == null ? "" : group.key(), group.mrr().currency());
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        var day = asOf == null ? movements.latestDay(clock.today(ZoneOffset.UTC)) : asOf;
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw Rejected.invalid("date-range", "?asOf", FIRST, LAST);
        }
        return day;
    }
}

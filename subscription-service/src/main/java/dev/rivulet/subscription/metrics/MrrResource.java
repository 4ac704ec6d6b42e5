package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Recurring revenue. */
@Path("/metrics/mrr")
@Tag(name = "Metrics", description = "Figures, each with the policy it was made by")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class MrrResource {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private final MrrMovementRepository movements;
    private final TenantClock clock;

    MrrResource(MrrMovementRepository movements, TenantClock clock) {
        this.movements = movements;
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
        var day = asOf == null ? movements.latestDay(clock.today(ZoneOffset.UTC)) : asOf;
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw Rejected.invalid("date-range", "?asOf", FIRST, LAST);
        }
        return new MrrView(day, MrrView.POLICY, movements.total(day));
    }
}

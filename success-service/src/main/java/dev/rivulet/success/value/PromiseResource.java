package dev.rivulet.success.value;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.success.value.domain.PromiseStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Promised benefits, as they stand and as they came to stand there. */
@Path("/promises")
@Tag(name = "Promises", description = "Benefits promised at signing, their measurements and confirmations")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class PromiseResource {

    private final Promises promises;

    PromiseResource(Promises promises) {
        this.promises = promises;
    }

    /** Oldest first. */
    @GET
    @Operation(
            operationId = "listPromises",
            summary = "List promised benefits, oldest first",
            description = "One for each subscription that was sold with a benefit, pinned at signing.")
    public RestResponse<Page<PromiseView>> list(
            @Parameter(description = "Only those to this customer") @QueryParam("accountId") @Nullable UUID accountId,
            @Parameter(description = "Only those that stand so", example = "OVERDUE") @QueryParam("status") @Nullable
                    PromiseStatus status,
            @Parameter(description = "Only those due before this day", example = "2025-05-01")
                    @QueryParam("dueBefore")
                    @Nullable
                    LocalDate dueBefore,
            @BeanParam PageRequest page) {
        var filter = new PromiseFilter(accountId, status, dueBefore);
        var found = promises.page(filter, page.after("promises"), page.count());
        return page.respond("promises", found, promise -> promise, promise -> promise.id());
    }

    /** One promise. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getPromise",
            summary = "Get one promised benefit",
            description = "With its latest measurement and, once the customer has confirmed it, its outcome. The ETag"
                    + " is needed to confirm.")
    public RestResponse<PromiseView> get(@PathParam("id") UUID id) {
        var promise = promises.get(id);
        return Answer.ok(promise.view(), promise.version());
    }

    /** In the order of their recording. */
    @GET
    @Path("/{id}/measurements")
    @Operation(
            operationId = "listPromiseMeasurements",
            summary = "List what was measured of a promised benefit",
            description = "In the order of their recording, with how each is known; disputed ones too.")
    public RestResponse<Page<MeasurementView>> measurements(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = promises.measurements(id, page.after("promise-measurements"), page.count());
        return page.respond("promise-measurements", found, measured -> measured, measured -> measured.id());
    }

    /** Oldest first. */
    @GET
    @Path("/{id}/history")
    @Operation(
            operationId = "getPromiseHistory",
            summary = "Every step a promised benefit took",
            description = "Measured, confirmed, contested, put off by agreement, fallen due; oldest first.")
    public RestResponse<Page<StepView>> history(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = promises.history(id, page.after("promise-history"), page.count());
        return page.respond("promise-history", found, step -> step, step -> step.id());
    }
}

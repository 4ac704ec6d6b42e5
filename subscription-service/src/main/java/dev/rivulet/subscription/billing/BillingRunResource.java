package dev.rivulet.subscription.billing;

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
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How invoice runs get on. */
@Path("/billing-runs")
@Tag(name = "Billing runs", description = "Passes through the payers that are due, and what could not be billed")
@RunOnVirtualThread
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class BillingRunResource {

    private static final UUID END = new UUID(-1, -1);

    private final RunLog log;

    BillingRunResource(RunLog log) {
        this.log = log;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listBillingRuns",
            summary = "List the passes that found something to do, the latest first",
            description = "Each replica that takes part has a pass of its own.")
    public RestResponse<Page<BillingRunView>> list(@BeanParam PageRequest page) {
        var place = page.place("billing-runs");
        return page.respond(
                "billing-runs",
                log.list(place == null ? END : place.id(), page.count()),
                run -> run,
                BillingRunView::id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getBillingRun",
            summary = "Read how far a pass has come",
            description =
                    "Counted batch by batch as they are committed, with the rate so far and when it will be through.")
    public BillingRunView get(
            @PathParam("id") @Parameter(description = "The pass", example = "0197a3f6-1e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID id) {
        return log.find(id).stream().findFirst().orElseThrow(() -> Rejected.notFound("billing-run", id));
    }
}

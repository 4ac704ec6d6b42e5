package dev.rivulet.success.profile;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.EntryView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What happened with a customer. */
@Path("/customers/{id}/timeline")
@Tag(name = "Timeline", description = "What happened with a customer, told by every feature")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class TimelineResource {

    private static final String LIST = "timeline";

    private final CustomerProfiles profiles;

    TimelineResource(CustomerProfiles profiles) {
        this.profiles = profiles;
    }

    /** Latest first. */
    @GET
    @Operation(
            operationId = "getTimeline",
            summary = "What happened with a customer, latest first",
            description =
                    "Subscriptions, invoices, payments, answers, scores, tasks, promises, and the notes and meetings"
                            + " of people, page by page. Times are UTC. 400 range-backwards when the range ends before it begins;"
                            + " 404 for a customer the caller may not see.")
    public RestResponse<Page<EntryView>> timeline(
            @PathParam("id") @Parameter(description = "The customer", example = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
                    UUID id,
            @Parameter(description = "Only entries of this kind", example = "NOTE") @QueryParam("kind") @Nullable
                    EntryKind kind,
            @Parameter(description = "Only from this time on", example = "2025-03-01T00:00:00Z")
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(description = "Only before this time", example = "2025-04-01T00:00:00Z")
                    @QueryParam("until")
                    @Nullable
                    Instant until,
            @BeanParam PageRequest page) {
        if (from != null && until != null && until.isBefore(from)) {
            throw Rejected.invalid("range-backwards", "?until");
        }
        var found = profiles.timeline(id, kind, from, until, page.place(LIST), page.count());
        return page.respondAt(LIST, found, entry -> entry, entry -> List.of(entry.occurredAt(), entry.id()));
    }
}

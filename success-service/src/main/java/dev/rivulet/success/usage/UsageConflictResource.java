package dev.rivulet.success.usage;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Roles;
import dev.rivulet.success.access.Portfolio;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Events whose id says two things. */
@Path("/usage-conflicts")
@Tag(name = "Usage", description = "What customers use of what they bought")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class UsageConflictResource {

    private final UsageConflicts conflicts;
    private final Portfolio portfolio;

    UsageConflictResource(UsageConflicts conflicts, Portfolio portfolio) {
        this.conflicts = conflicts;
        this.portfolio = portfolio;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listUsageConflicts",
            summary = "List usage events that contradict one counted before",
            description = "Oldest first. The source and id are those of an event that counts, but the account, user,"
                    + " metric, feature, quantity or time is another. The first stays counted; what came later never"
                    + " counts.")
    public RestResponse<Page<UsageConflictView>> list(
            @QueryParam("accountId")
                    @Parameter(
                            description = "Only those that name this account",
                            example = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
                    @Nullable
                    UUID accountId,
            @BeanParam PageRequest page) {
        return page.respond(
                "usage-conflicts",
                conflicts.page(
                        portfolio.accounts().orElse(null), accountId, page.after("usage-conflicts"), page.count()),
                conflict -> conflict,
                UsageConflictView::id);
    }
}

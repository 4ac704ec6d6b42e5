package dev.rivulet.subscription.usage;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Roles;
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

/** What came too late for the invoice of its day. */
@Path("/usage-corrections")
@Tag(name = "Usage", description = "Metered usage as it is counted for billing")
@RunOnVirtualThread
@RolesAllowed({Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class UsageCorrectionResource {

    private final UsageLog log;

    UsageCorrectionResource(UsageLog log) {
        this.log = log;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listUsageCorrections",
            summary = "List usage that came after its day had been billed",
            description = "Oldest first. Each is rated again with the whole period it belongs to, and the difference"
                    + " to what was billed goes onto the next invoice.")
    public RestResponse<Page<UsageCorrectionView>> list(
            @QueryParam("accountId")
                    @Parameter(description = "Only of this account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    @Nullable
                    UUID accountId,
            @BeanParam PageRequest page) {
        return page.respond(
                "usage-corrections",
                log.corrections(accountId, page.after("usage-corrections"), page.count()),
                correction -> correction,
                UsageCorrectionView::id);
    }
}

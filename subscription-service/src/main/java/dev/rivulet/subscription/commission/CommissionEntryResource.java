package dev.rivulet.subscription.commission;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.PARTNER;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.subscription.partner.PartnerScope;
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

/** What partners earned and what was taken back. */
@Path("/commission-entries")
@Tag(name = "Commissions", description = "What partners earn by the customers they bring")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS, PARTNER})
public class CommissionEntryResource {

    private static final String LIST = "commission-entries";

    private final CommissionEntryRepository entries;
    private final PartnerScope scope;

    CommissionEntryResource(CommissionEntryRepository entries, PartnerScope scope) {
        this.entries = entries;
        this.scope = scope;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listCommissionEntries",
            summary = "List what partners earned and what was taken back, oldest first",
            description =
                    "Page by page, each with the rule, the net amount, the percentage and the rounding; a partner's"
                            + " token sees its own.")
    public RestResponse<Page<CommissionEntryView>> list(
            @QueryParam("partnerId")
                    @Parameter(description = "Only of this partner", example = "019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90")
                    @Nullable
                    UUID partnerId,
            @QueryParam("subscriptionId")
                    @Parameter(
                            description = "Only by this subscription",
                            example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
                    @Nullable
                    UUID subscriptionId,
            @QueryParam("invoiceId")
                    @Parameter(description = "Only by this invoice", example = "0197a3f2-2f5a-7e12-9c85-9d4d3fae0d04")
                    @Nullable
                    UUID invoiceId,
            @BeanParam PageRequest page) {
        return page.respond(
                LIST,
                entries.list(scope.narrowed(partnerId), subscriptionId, invoiceId, page.after(LIST), page.count()),
                CommissionEntryView::of,
                entry -> entry.id);
    }
}

package dev.rivulet.subscription.deal;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.PARTNER;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.partner.PartnerScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Customers that partners brought. */
@Path("/partner-customers")
@Tag(name = "Partner customers", description = "Customers that partners brought; a partner's token sees its own")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS, PARTNER})
public class PartnerCustomerResource {

    private static final String LIST = "partner-customers";

    private final DealSubscriptions sold;
    private final PartnerScope scope;

    PartnerCustomerResource(DealSubscriptions sold, PartnerScope scope) {
        this.sold = sold;
        this.scope = scope;
    }

    @GET
    @Operation(
            operationId = "listPartnerCustomers",
            summary = "List customers that partners brought",
            description = "In the order their accounts were opened, page by page.")
    public RestResponse<Page<PartnerCustomerView>> list(
            @QueryParam("partnerId")
                    @Parameter(description = "Only of this partner", example = "019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90")
                    @Nullable
                    UUID partnerId,
            @BeanParam PageRequest page) {
        return page.respondAt(
                LIST,
                sold.customers(scope.narrowed(partnerId), page.place(LIST), page.count()),
                PartnerCustomerView::of,
                customer -> List.of(customer.accountId(), customer.partnerId()));
    }

    @GET
    @Path("/{accountId}")
    @Operation(
            operationId = "getPartnerCustomer",
            summary = "Read what partners brought of a customer",
            description = "One entry for each partner; a partner's token sees its own, or 404.")
    public List<PartnerCustomerView> get(
            @PathParam("accountId")
                    @Parameter(description = "The customer", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID accountId) {
        var found = sold.customer(scope.only(), accountId);
        if (found.isEmpty()) {
            throw Rejected.notFound("partner customer", accountId);
        }
        return found.stream().map(PartnerCustomerView::of).toList();
    }
}

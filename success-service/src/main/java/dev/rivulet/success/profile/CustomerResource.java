package dev.rivulet.success.profile;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Customers, as heard of from the subscription service. */
@Path("/customers")
@Tag(name = "Customers", description = "Who was sold to, with everything known of them")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class CustomerResource {

    private final CustomerProfiles profiles;
    private final CustomerList customers;

    CustomerResource(CustomerProfiles profiles, CustomerList customers) {
        this.profiles = profiles;
        this.customers = customers;
    }

    /** In the order in which their accounts were created, unless another is asked for. */
    @GET
    @Operation(
            operationId = "listCustomers",
            summary = "List customers with their status, manager, revenue and score",
            description =
                    "In the order in which their accounts were created, unless another is asked for; prospects near"
                            + " signature are among them. A score that is not known comes last. A customer of whom only a"
                            + " subscription or an invoice has been heard so far has no name yet. 400 money-needs-currency when"
                            + " amounts of several currencies were to be compared, attribute-unknown for one that is not"
                            + " declared.")
    public RestResponse<Page<CustomerRow>> list(
            @Valid @BeanParam CustomerFilter filter,
            @QueryParam("sort")
                    @Parameter(description = "The order; a minus turns it round", example = "score")
                    @Schema(
                            enumeration = {"openedAt", "name", "mrr", "-mrr", "score"},
                            defaultValue = "openedAt")
                    @Nullable
                    String sort,
            @BeanParam PageRequest page) {
        var order = CustomerOrder.of(sort);
        var found = customers.page(filter, order, page.place(order.list()), page.count());
        return page.respondAt(order.list(), found, row -> row, order::place);
    }

    /** Appears shortly after the account, or the first subscription or invoice of it, whichever comes first. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getCustomer",
            summary = "Everything known of a customer",
            description =
                    "Appears shortly after the account is created or first buys, or, as a prospect under its deal's"
                            + " id, when contracting starts. Subscriptions with their history, revenue, invoices and payment"
                            + " behaviour, deals, promises, people, unsolved problems, feedback, and the score with its"
                            + " explanation. Dates are local to the customer, times UTC.")
    public CustomerView get(@PathParam("id") UUID id) {
        return profiles.get(id);
    }
}

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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    CustomerResource(CustomerProfiles profiles) {
        this.profiles = profiles;
    }

    /** In the order in which their accounts were created. */
    @GET
    @Operation(
            operationId = "listCustomers",
            summary = "List customers with their scores, oldest first",
            description = "In the order in which their accounts were created. A customer of whom only a subscription"
                    + " or an invoice has been heard so far has no name yet.")
    public RestResponse<Page<CustomerRow>> list(
            @Parameter(description = "Beginning of the name, in any case", example = "acme")
                    @QueryParam("q")
                    @Size(max = 200, message = "{text-too-long}")
                    @Nullable
                    String q,
            @BeanParam PageRequest page) {
        var found = profiles.page(q, page.after("customers"), page.count());
        return page.respond("customers", found, row -> row, row -> row.id());
    }

    /** Appears shortly after the account, or the first subscription or invoice of it, whichever comes first. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getCustomer",
            summary = "Everything known of a customer",
            description = "Appears shortly after the account is created or first buys. Subscriptions, the promises made"
                    + " with them, and the score with its explanation.")
    public CustomerView get(@PathParam("id") UUID id) {
        return profiles.get(id);
    }
}

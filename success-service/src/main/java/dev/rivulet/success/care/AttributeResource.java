package dev.rivulet.success.care;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The attributes that a tenant's customers may have. */
@Path("/customer-attributes")
@Tag(name = "Care", description = "Who looks after a customer, and what is said of it here")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class AttributeResource {

    private final Attributes attributes;

    AttributeResource(Attributes attributes) {
        this.attributes = attributes;
    }

    /** There are 50 at most, so that there is one page. */
    @GET
    @Operation(
            operationId = "listCustomerAttributes",
            summary = "List the attributes that customers may have",
            description = "By name, all on one page; a tenant has 50 at most.")
    public Page<AttributeView> list() {
        return new Page<>(attributes.all(), null);
    }

    /** Declaring the same again changes nothing. */
    @PUT
    @Path("/{name}")
    @RolesAllowed(ADMIN)
    @Operation(
            operationId = "declareCustomerAttribute",
            summary = "Declare an attribute",
            description = "Declared again, it is the same. 400 attribute-name unless the name has 1 to 40 lower-case"
                    + " letters, digits and hyphens; 409 attribute-used when customers have values of another type,"
                    + " attributes-too-many beyond 50.")
    public AttributeView declare(
            @PathParam("name") @Parameter(description = "The attribute", example = "industry") String name,
            @Valid @NotNull AttributeRequest attribute) {
        return attributes.declare(name, attribute);
    }

    /** Customers lose their values of it. */
    @DELETE
    @Path("/{name}")
    @RolesAllowed(ADMIN)
    @Operation(
            operationId = "removeCustomerAttribute",
            summary = "Remove an attribute",
            description = "With all the values that customers have of it.")
    @APIResponse(responseCode = "204", description = "Gone")
    public void remove(@PathParam("name") @Parameter(description = "The attribute", example = "industry") String name) {
        attributes.remove(name);
    }
}

package dev.rivulet.catalog.channel;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.PARTNER;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a partner may sell, over HTTP. */
@Path("/partners")
@Tag(name = "Partner channel")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS, PARTNER})
public class SaleRightResource {

    private final SaleRights rights;

    SaleRightResource(SaleRights rights) {
        this.rights = rights;
    }

    @GET
    @Path("/{id}/sale-rights")
    @Operation(
            operationId = "getSaleRight",
            summary = "Read whether a partner may sell a product now",
            description = "With every reason why not. A partner's token asks for its own only. 422 `product-unknown`.")
    public SaleRight get(
            @PathParam("id") UUID id,
            @Parameter(description = "Which product") @QueryParam("productId") @NotNull UUID productId) {
        return rights.of(id, productId);
    }
}

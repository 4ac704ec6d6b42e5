package dev.rivulet.catalog.activity;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.catalog.activity.domain.SaleChannel;
import dev.rivulet.kit.problem.Rejected;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The question whether a sale is allowed, over HTTP. */
@Path("/sale-permissions")
@Tag(name = "Sale permissions", description = "May this seller sell this product by this channel?")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class PermissionResource {

    private final Permissions permissions;

    PermissionResource(Permissions permissions) {
        this.permissions = permissions;
    }

    @GET
    @Operation(
            operationId = "getSalePermission",
            summary = "Ask whether a sale is allowed",
            description =
                    "YES, or what speaks against it, the gravest first: BANNED by a dated rule, NEEDS_CODE that the"
                            + " seller is not registered for (of the product, of delivery, storage or packing that comes along,"
                            + " or by a rule), LICENSED when a licence is needed that it does not hold. With the edition and the"
                            + " dates of the rules. 404 of an unknown seller or product.")
    public PermissionView get(
            @Parameter(description = "Who sells", required = true) @QueryParam("sellerId") @Nullable UUID sellerId,
            @Parameter(description = "What is sold", required = true) @QueryParam("productId") @Nullable UUID productId,
            @Parameter(description = "By which way", required = true) @QueryParam("channel") @Nullable
                    SaleChannel channel,
            @Parameter(description = "The day; today (UTC) when left out", example = "2026-03-01")
                    @QueryParam("on")
                    @Nullable
                    LocalDate on) {
        return permissions.answer(
                required(sellerId, "?sellerId"), required(productId, "?productId"), required(channel, "?channel"), on);
    }

    private static <T> T required(@Nullable T value, String pointer) {
        if (value == null) {
            throw Rejected.invalid("value-missing", pointer);
        }
        return value;
    }
}

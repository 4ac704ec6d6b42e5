package dev.rivulet.success.touch;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.success.customer.Customers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How a customer is looked after. */
@Path("/customers")
@Tag(name = "Touch", description = "How customers are looked after, by whom, and the hours it takes")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class TouchResource {

    private final Touches touches;
    private final TouchTable table;
    private final Customers customers;

    TouchResource(Touches touches, TouchTable table, Customers customers) {
        this.touches = touches;
        this.table = table;
        this.customers = customers;
    }

    /** With its history. */
    @GET
    @Path("/{id}/touch")
    @Transactional
    @Operation(
            operationId = "getTouch",
            summary = "How a customer is looked after, and by whom",
            description =
                    "TECH: by automatic messages; LOW: by a manager; HIGH: by a manager, closely. With the history.")
    public TouchView get(@PathParam("id") UUID id) {
        customers.get(id);
        return view(id);
    }

    /** By hand. */
    @POST
    @Path("/{id}/touch-changes")
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "changeTouch",
            summary = "Change how a customer is looked after, or by whom",
            description = "Without a manager named, the one so far stays if they have the hours, else whoever has most"
                    + " hours free is chosen; if nobody has enough, the customer waits. 409 manager-full when the manager"
                    + " named has not the hours; 422 manager-unknown when their hours were never stated.")
    @APIResponse(
            responseCode = "201",
            description = "How it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TouchView.class)))
    public RestResponse<TouchView> change(@PathParam("id") UUID id, @Valid @NotNull TouchRequest request) {
        customers.get(id);
        // Customers are locked before hours are.
        if (customers.lock(List.of(id)).isEmpty()) {
            throw Rejected.notFound("customer", id);
        }
        if (request.manager() == null) {
            touches.put(id, false, request.model(), request.reason().strip());
        } else {
            touches.give(
                    id, request.model(), request.manager(), request.reason().strip());
        }
        return Answer.created(view(id), "/customers/" + id + "/touch");
    }

    private TouchView view(UUID id) {
        return TouchView.of(id, touches.of(id).orElse(null), table.changes(id));
    }
}

package dev.rivulet.success.interaction;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Meetings and calls with people at a customer. */
@Path("/customers/{id}/interactions")
@Tag(name = "Timeline", description = "What happened with a customer, told by every feature")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class InteractionResource {

    private static final String LIST = "interactions";
    private static final String CUSTOMER = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60";

    private final Interactions interactions;

    InteractionResource(Interactions interactions) {
        this.interactions = interactions;
    }

    /** Meeting the sponsor counts in the score. */
    @POST
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "recordInteraction",
            summary = "Record a meeting or call with a person at a customer",
            description =
                    "It stands in the timeline at its time, UTC, and is never changed; with the customer's sponsor it"
                            + " counts in the score. 400 time-in-future; 422 contact-unknown for somebody who is no contact of"
                            + " the customer.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InteractionView.class)))
    public RestResponse<InteractionView> record(
            @PathParam("id") @Parameter(description = "The customer", example = CUSTOMER) UUID id,
            @Valid @NotNull InteractionRequest interaction) {
        return RestResponse.status(RestResponse.Status.CREATED, interactions.record(id, interaction));
    }

    /** In the order in which they were recorded. */
    @GET
    @Operation(
            operationId = "listInteractions",
            summary = "List meetings and calls with a customer",
            description = "In the order in which they were recorded, page by page.")
    public RestResponse<Page<InteractionView>> list(
            @PathParam("id") @Parameter(description = "The customer", example = CUSTOMER) UUID id,
            @BeanParam PageRequest page) {
        var found = interactions.page(id, page.after(LIST), page.count());
        return page.respond(LIST, found, interaction -> interaction, interaction -> interaction.id());
    }
}

package dev.rivulet.subscription.payment;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where providers call back. */
@Path("/payment-endpoints")
@Tag(name = "Payment endpoints", description = "Where payment providers tell of what happened")
@RunOnVirtualThread
@RolesAllowed({Roles.ADMIN, Roles.OPS})
public class EndpointResource {

    private final Endpoints endpoints;

    EndpointResource(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "addPaymentEndpoint",
            summary = "Make an address for a provider's webhooks",
            description = "Give the path to the provider; what it signs with is the operator's setting"
                    + " `rivulet.payment.<provider>.<tenant>.webhook-secret`. 422 bank-never-calls.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EndpointView.class)),
            headers =
                    @Header(
                            name = "Location",
                            description = "All addresses",
                            schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<EndpointView> add(@Valid @NotNull EndpointRequest request) {
        return Answer.created(endpoints.add(request), "/payment-endpoints");
    }

    @GET
    @Operation(
            operationId = "listPaymentEndpoints",
            summary = "List the addresses of providers' webhooks",
            description = "Page by page.")
    public RestResponse<Page<EndpointView>> list(@BeanParam PageRequest page) {
        return page.respond(
                "payment-endpoints",
                endpoints.list(page.after("payment-endpoints"), page.count()),
                endpoint -> endpoint,
                EndpointView::id);
    }
}

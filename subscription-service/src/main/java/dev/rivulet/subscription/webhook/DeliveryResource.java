package dev.rivulet.subscription.webhook;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What was sent to webhook endpoints. */
@Path("/webhook-deliveries")
@Tag(name = "Webhooks", description = "Events for integrators over HTTP: signed, in order, retried for three days")
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
public class DeliveryResource {

    private static final String LIST = "webhook-deliveries";

    private final Deliveries deliveries;

    DeliveryResource(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GET
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List deliveries, oldest first",
            description = "Of one endpoint or all, in one state or any; kept for 30 days.")
    public RestResponse<Page<DeliveryEntry>> list(
            @QueryParam("endpointId")
                    @Parameter(description = "Only to this endpoint", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c04")
                    @Nullable
                    UUID endpointId,
            @QueryParam("status") @Parameter(description = "Only in this state", example = "FAILED") @Nullable
                    DeliveryStatus status,
            @BeanParam PageRequest page) {
        var found = deliveries.list(endpointId, status, page.after(LIST), page.count());
        return page.respond(LIST, found, DeliveryEntry::of, Delivery::id);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getWebhookDelivery",
            summary = "Read a delivery",
            description = "With what is sent and every attempt: when, how it went, status, latency, first bytes.")
    public DeliveryView get(
            @PathParam("id") @Parameter(description = "The delivery", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id) {
        return deliveries.get(id);
    }

    @POST
    @Path("/{id}/resends")
    @Operation(
            operationId = "resendWebhookDelivery",
            summary = "Send a delivery again, now",
            description = "One attempt while the caller waits, 10 s at most, whatever the delivery's state and out of"
                    + " order; it keeps its webhook-id, by which the receiver knows what it has had. Got through, the"
                    + " delivery is DELIVERED; otherwise it stays what it was.")
    public DeliveryView resend(
            @PathParam("id") @Parameter(description = "The delivery", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id) {
        return deliveries.get(deliveries.resend(id));
    }
}

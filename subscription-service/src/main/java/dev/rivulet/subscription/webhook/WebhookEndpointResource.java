package dev.rivulet.subscription.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where integrators hear of events. */
@Path("/webhook-endpoints")
@Tag(name = "Webhooks", description = "Events for integrators over HTTP: signed, in order, retried for three days")
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
public class WebhookEndpointResource {

    private static final String LIST = "webhook-endpoints";
    private static final String EXAMPLE = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03";

    private final WebhookEndpoints endpoints;
    private final WebhookEndpointRepository repository;
    private final Deliveries deliveries;

    WebhookEndpointResource(WebhookEndpoints endpoints, WebhookEndpointRepository repository, Deliveries deliveries) {
        this.endpoints = endpoints;
        this.repository = repository;
        this.deliveries = deliveries;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "createWebhookEndpoint",
            summary = "Set up a webhook endpoint",
            description = "It hears of what happens from now on. The answer shows the secret, once. Each delivery is"
                    + " signed by Standard Webhooks 1.0: webhook-signature holds v1, and the base64 of HMAC-SHA256 over"
                    + " webhook-id.webhook-timestamp.body. Deliveries to an endpoint come in order, one after the"
                    + " other, at least once: drop a webhook-id seen before. 400 webhook-url-refused or"
                    + " webhook-type-unknown at the field.")
    @APIResponse(
            responseCode = "201",
            description = "Set up",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookEndpointView.class)),
            headers = {
                @Header(name = "Location", description = "The endpoint", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<WebhookEndpointView> create(@Valid @NotNull WebhookEndpointRequest request) {
        var endpoint = endpoints.create(request);
        return Answer.created(endpoint, "/webhook-endpoints/" + endpoint.id(), endpoint.version());
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listWebhookEndpoints",
            summary = "List webhook endpoints, oldest first",
            description = "Without their secrets.")
    public RestResponse<Page<WebhookEndpointView>> list(@BeanParam PageRequest page) {
        return page.respond(
                LIST,
                repository.list(page.after(LIST), page.count()),
                WebhookEndpointView::of,
                endpoint -> endpoint.id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getWebhookEndpoint",
            summary = "Read a webhook endpoint",
            description = "Whether it is enabled and if not, why; without its secret.")
    public RestResponse<WebhookEndpointView> get(
            @PathParam("id") @Parameter(description = "The endpoint", example = EXAMPLE) UUID id) {
        return answer(WebhookEndpointView.of(repository.get(id)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "changeWebhookEndpoint",
            summary = "Change a webhook endpoint",
            description = "What waits goes to the new URL. Enabled here again, it goes on with what happens from then"
                    + " on; a reactivation can send what it missed.")
    public RestResponse<WebhookEndpointView> change(
            @PathParam("id") @Parameter(description = "The endpoint", example = EXAMPLE) UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @NotNull
                    @RequestBody(
                            description = "JSON Merge Patch of a WebhookEndpointRequest: only what changes",
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = WebhookEndpointRequest.class),
                                            examples = @ExampleObject(name = "pause", value = "{\"enabled\":false}")))
                    JsonNode patch) {
        return answer(endpoints.change(id, ifMatch, patch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteWebhookEndpoint",
            summary = "Delete a webhook endpoint",
            description = "With its deliveries.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public RestResponse<Void> delete(
            @PathParam("id") @Parameter(description = "The endpoint", example = EXAMPLE) UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the deletion was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch) {
        endpoints.delete(id, ifMatch);
        return RestResponse.noContent();
    }

    @POST
    @Path("/{id}/secret-rotations")
    @Idempotent
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook endpoint a new secret",
            description = "The answer shows it, once. For 24 hours deliveries carry a signature of the new and one of"
                    + " the old secret, so that the receiver can change over; one before the old is void at once.")
    public RestResponse<WebhookEndpointView> rotate(
            @PathParam("id") @Parameter(description = "The endpoint", example = EXAMPLE) UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the rotation was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch) {
        return answer(endpoints.rotate(id, ifMatch));
    }

    @POST
    @Path("/{id}/reactivations")
    @Operation(
            operationId = "reactivateWebhookEndpoint",
            summary = "Enable a disabled webhook endpoint again",
            description = "With resend, from the first delivery that did not get through, in order; what an endpoint"
                    + " misses after CONTINUOUS_FAILURE is kept for 30 days. 409 webhook-enabled-already.")
    public RestResponse<WebhookEndpointView> reactivate(
            @PathParam("id") @Parameter(description = "The endpoint", example = EXAMPLE) UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the reactivation was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @Valid @NotNull ReactivationRequest request) {
        return answer(endpoints.reactivate(id, ifMatch, request.resend()));
    }

    @POST
    @Path("/{id}/pings")
    @Operation(
            operationId = "pingWebhookEndpoint",
            summary = "Send a test event, now",
            description = "One attempt while the caller waits, 10 s at most, to a disabled endpoint, too. The answer"
                    + " tells how it went.")
    @APIResponse(
            responseCode = "201",
            description = "Tried",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeliveryView.class)))
    public RestResponse<DeliveryView> ping(
            @PathParam("id") @Parameter(description = "The endpoint", example = EXAMPLE) UUID id) {
        var delivery = deliveries.get(deliveries.ping(id));
        return Answer.created(delivery, "/webhook-deliveries/" + delivery.id());
    }

    private static RestResponse<WebhookEndpointView> answer(WebhookEndpointView endpoint) {
        return Answer.ok(endpoint, endpoint.version());
    }
}

package dev.rivulet.success.webhook;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.success.input.CursorValues;
import dev.rivulet.success.input.Keys;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Other systems of the tenant. A URL may hold what is nobody else's business: operators see calls only. */
@Path("/")
@Tag(name = "Webhooks", description = "What other systems of the tenant are told, where, and what became of it")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, ADMIN})
public class WebhookResource {

    private static final String ENDPOINTS = "webhook-endpoints";
    private static final String CALLS = "webhook-calls";
    private static final String KEY = "learning-platform";
    private static final String EXAMPLE = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60";

    private final Endpoints endpoints;
    private final EndpointTable table;
    private final CallTable calls;
    private final Resending resending;

    WebhookResource(Endpoints endpoints, EndpointTable table, CallTable calls, Resending resending) {
        this.endpoints = endpoints;
        this.table = table;
        this.calls = calls;
        this.resending = resending;
    }

    /** Without their secrets. */
    @GET
    @Path("/webhook-endpoints")
    @Operation(
            operationId = "listWebhookEndpoints",
            summary = "List the endpoints of other systems",
            description = "By key, page by page; without their secrets.")
    public RestResponse<Page<EndpointView>> list(@BeanParam PageRequest page) {
        var place = page.place(ENDPOINTS);
        return page.respondAt(
                ENDPOINTS,
                table.page(place == null ? "" : CursorValues.of(place, 1).text(0), page.count()),
                EndpointView::of,
                endpoint -> List.of(endpoint.key()));
    }

    /** Without its secret. */
    @GET
    @Path("/webhook-endpoints/{key}")
    @Operation(
            operationId = "getWebhookEndpoint",
            summary = "Read the endpoint of another system",
            description = "Without its secret. The ETag is needed to change it.")
    public RestResponse<EndpointView> get(@PathParam("key") @Parameter(example = KEY) String key) {
        var endpoint = endpoints.get(key);
        return Answer.ok(EndpointView.of(endpoint), endpoint.version());
    }

    /** A URL gets a secret of its own. */
    @PUT
    @Path("/webhook-endpoints/{key}")
    @RolesAllowed(ADMIN)
    @Operation(
            operationId = "putWebhookEndpoint",
            summary = "Set up the endpoint of another system, or give it another URL",
            description =
                    "The ETag of one that is not there yet is \"0\". The answer to a new URL shows the secret that its"
                            + " requests are signed with by Standard Webhooks 1.0, once: webhook-signature holds v1, and"
                            + " the base64 of HMAC-SHA256 over webhook-id.webhook-timestamp.body. What waits goes to the"
                            + " new URL. Calls come at least once and in no certain order: drop a webhook-id seen"
                            + " before. What is not answered with 2xx within 10 s is tried 12 times within 29 hours;"
                            + " 410 ends a call at once. What a step of a journey tells is of the type journey.step: see"
                            + " the body of a WebhookCall; without accountId or dealId where there is none. 400"
                            + " webhook-url-refused.")
    public RestResponse<EndpointView> put(
            @PathParam("key") @Pattern(regexp = Keys.FORMAT, message = "{key-format}") @Parameter(example = KEY)
                    String key,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @Valid @NotNull EndpointRequest request) {
        var endpoint = endpoints.put(key, ifMatch, request);
        return Answer.ok(endpoint, endpoint.version());
    }

    /** What waits for it fails. */
    @DELETE
    @Path("/webhook-endpoints/{key}")
    @RolesAllowed(ADMIN)
    @Operation(
            operationId = "deleteWebhookEndpoint",
            summary = "Remove the endpoint of another system",
            description = "What waits for it fails with endpoint-removed; steps of journeys that name it tell nobody.")
    @APIResponse(responseCode = "204", description = "Removed")
    public RestResponse<Void> remove(
            @PathParam("key") @Parameter(example = KEY) String key,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the removal was decided on", example = "\"1\"")
                    @Nullable
                    String ifMatch) {
        endpoints.remove(key, ifMatch);
        return RestResponse.noContent();
    }

    /** The delivery log. */
    @GET
    @Path("/webhook-calls")
    @RolesAllowed({SALES, SUCCESS, ADMIN, OPS})
    @Operation(
            operationId = "listWebhookCalls",
            summary = "List what other systems were told, and what became of it",
            description = "Oldest first, page by page; kept for 30 days after the last attempt.")
    public RestResponse<Page<CallView>> calls(
            @QueryParam("accountId")
                    @Parameter(description = "Only those about this customer", example = EXAMPLE)
                    @Nullable
                    UUID accountId,
            @QueryParam("status") @Parameter(description = "Only those in this state", example = "FAILED") @Nullable
                    CallStatus status,
            @BeanParam PageRequest page) {
        return page.respond(
                CALLS, calls.page(accountId, status, page.after(CALLS), page.count()), call -> call, CallView::id);
    }

    /** One call. */
    @GET
    @Path("/webhook-calls/{id}")
    @RolesAllowed({SALES, SUCCESS, ADMIN, OPS})
    @Operation(
            operationId = "getWebhookCall",
            summary = "Read what another system was told, and what became of it",
            description = "With the body as it is sent.")
    public CallView call(@PathParam("id") @Parameter(example = EXAMPLE) UUID id) {
        return calls.find(id).orElseThrow(() -> Rejected.notFound("webhook call", id));
    }

    /** While the caller waits. */
    @POST
    @Path("/webhook-calls/{id}/resends")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "resendWebhookCall",
            summary = "Tell another system again, now",
            description = "One attempt while the caller waits, 11 s at most, whatever became of the call; it keeps its"
                    + " webhook-id, by which the receiver knows what it has had. Got through, the call is DELIVERED;"
                    + " otherwise it stays what it was, with the reason. 409 endpoint-removed.")
    public CallView resend(@PathParam("id") @Parameter(example = EXAMPLE) UUID id) {
        return resending.resend(id);
    }
}

package dev.rivulet.subscription.lifecycle;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Subscriptions. */
@Path("/subscriptions")
@Tag(name = "Subscriptions", description = "Plans sold with a promise, both pinned as they were at signing")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class SubscriptionResource {

    static final String DRY_RUN = "Only show what would come of it";

    private final Subscribing subscribing;
    private final SigningQueue queue;
    private final Previewing previewing;
    private final SubscriptionReading reading;

    SubscriptionResource(
            Subscribing subscribing, SigningQueue queue, Previewing previewing, SubscriptionReading reading) {
        this.subscribing = subscribing;
        this.queue = queue;
        this.previewing = previewing;
        this.reading = reading;
    }

    @POST
    @Idempotent(shared = true)
    @RolesAllowed({Roles.SALES, Roles.ADMIN})
    @Operation(
            operationId = "subscribe",
            summary = "Sign a subscription",
            description =
                    "Pins the plan's version and price and the proposition's version and promised benefit. What"
                            + " is due is charged at once, else when the trial is over or the start date comes. 422"
                            + " account-unknown, plan-not-published, proposition-not-approved, proposition-of-another-product,"
                            + " currency-mismatch or start-date-range at the field; of add-ons base-subscription-missing,"
                            + " base-subscription-unknown, base-subscription-not-running, not-an-add-on or anchor-of-add-on."
                            + " With dryRun=true nothing happens and the answer is 200 with what would, whatever key it comes with.")
    @APIResponse(
            responseCode = "201",
            description = "Signed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SubscriptionView.class)),
            headers = {
                @Header(
                        name = "Location",
                        description = "The subscription",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "200",
            description = "What would come of it",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Preview.class)))
    public RestResponse<?> subscribe(
            @QueryParam("dryRun") @Parameter(description = DRY_RUN, example = "true") @Nullable Boolean dryRun,
            @Valid @NotNull SubscriptionRequest request) {
        if (Boolean.TRUE.equals(dryRun)) {
            return RestResponse.ok(previewing.of(() -> subscribing.subscribe(request)));
        }
        return queue.subscribe(request);
    }

    @GET
    @Operation(
            operationId = "listSubscriptions",
            summary = "List subscriptions, oldest first",
            description = "Page by page, the cancelled ones too.")
    public RestResponse<Page<SubscriptionView>> list(
            @QueryParam("accountId")
                    @Parameter(description = "Only of this account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    @Nullable
                    UUID accountId,
            @BeanParam PageRequest page) {
        return page.respond(
                "subscriptions",
                reading.list(accountId, page.after("subscriptions"), page.count()),
                subscription -> subscription,
                SubscriptionView::id);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getSubscription",
            summary = "Read a subscription",
            description =
                    "With the plan, price and promise pinned when it was signed, and its ETag, which every decision must name.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<SubscriptionView> get(
            @PathParam("id")
                    @Parameter(description = "The subscription", example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID id) {
        return answer(reading.get(id));
    }

    private static RestResponse<SubscriptionView> answer(SubscriptionView subscription) {
        return Answer.ok(subscription, subscription.version());
    }
}

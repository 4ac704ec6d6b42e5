package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

    private final Subscribing subscribing;
    private final Cancelling cancelling;
    private final SubscriptionRepository subscriptions;

    SubscriptionResource(Subscribing subscribing, Cancelling cancelling, SubscriptionRepository subscriptions) {
        this.subscribing = subscribing;
        this.cancelling = cancelling;
        this.subscriptions = subscriptions;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.ADMIN})
    @Operation(
            operationId = "subscribe",
            summary = "Sign a subscription",
            description = "Pins the plan's version and price and the proposition's version and promised benefit. The"
                    + " first period is invoiced in advance at once, or when the trial is over or the start date comes."
                    + " 422 account-unknown, plan-not-published, proposition-not-approved,"
                    + " proposition-of-another-product, currency-mismatch or start-date-range at the field.")
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
    public RestResponse<SubscriptionView> subscribe(@Valid @NotNull SubscriptionRequest request) {
        var subscription = subscribing.subscribe(request);
        return Answer.created(subscription, "/subscriptions/" + subscription.id(), subscription.version());
    }

    @GET
    @Transactional
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
                subscriptions.list(accountId, page.after("subscriptions"), page.count()),
                SubscriptionView::of,
                subscription -> subscription.id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getSubscription",
            summary = "Read a subscription",
            description =
                    "With the plan, price and promise pinned when it was signed, and its ETag, which a cancellation must name.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<SubscriptionView> get(
            @PathParam("id")
                    @Parameter(description = "The subscription", example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID id) {
        return answer(SubscriptionView.of(subscriptions.get(id)));
    }

    @POST
    @Path("/{id}/cancellations")
    @RolesAllowed({Roles.SALES, Roles.ADMIN})
    @Operation(
            operationId = "cancelSubscription",
            summary = "Cancel a subscription",
            description = "It stays ACTIVE with an endDate until the period that has begun is over, then becomes"
                    + " CANCELLED; a trial ends uncharged. 409 subscription-ending or subscription-cancelled when that"
                    + " is decided or done already.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription with its end",
            headers =
                    @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<SubscriptionView> cancel(
            @PathParam("id")
                    @Parameter(description = "The subscription", example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @Valid @NotNull CancellationRequest request) {
        return answer(
                switch (request.effective()) {
                    case END_OF_PERIOD -> cancelling.cancelAtPeriodEnd(id, ifMatch);
                });
    }

    private static RestResponse<SubscriptionView> answer(SubscriptionView subscription) {
        return Answer.ok(subscription, subscription.version());
    }
}

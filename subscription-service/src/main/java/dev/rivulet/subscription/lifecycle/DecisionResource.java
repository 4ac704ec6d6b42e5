package dev.rivulet.subscription.lifecycle;

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
import java.util.UUID;
import java.util.function.Supplier;
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

/** Decisions on subscriptions. Each names the version it was made on, and can be rehearsed. */
@Path("/subscriptions/{id}")
@Tag(name = "Subscriptions")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.ADMIN})
public class DecisionResource {

    private final PlanChanging plans;
    private final SeatChanging seats;
    private final Pausing pausing;
    private final Cancelling cancelling;
    private final Undoing undoing;
    private final AnchorMoving anchors;
    private final ChangeLog log;
    private final SubscriptionRepository subscriptions;
    private final Previewing previewing;

    DecisionResource(
            PlanChanging plans,
            SeatChanging seats,
            Pausing pausing,
            Cancelling cancelling,
            Undoing undoing,
            AnchorMoving anchors,
            ChangeLog log,
            SubscriptionRepository subscriptions,
            Previewing previewing) {
        this.plans = plans;
        this.seats = seats;
        this.pausing = pausing;
        this.cancelling = cancelling;
        this.undoing = undoing;
        this.anchors = anchors;
        this.log = log;
        this.subscriptions = subscriptions;
        this.previewing = previewing;
    }

    @POST
    @Path("/plan-changes")
    @Operation(
            operationId = "changePlan",
            summary = "Go over to another plan",
            description = "An upgrade at once, a downgrade with the end of the period, unless `when` says"
                    + " otherwise. Days charged in advance and not used are given back; the day of the change"
                    + " belongs to the new plan. A change on a day to come is at the price known of that day, and gives"
                    + " back when the day has come. In a trial the new plan's trial counts from the first start. A"
                    + " fixed term is the new plan's, from the change on: without one there is no end any more."
                    + " 422 plan-not-published, plan-of-another-product, currency-mismatch or effective-date-"
                    + "range at the field; 409 subscription-ending, subscription-cancelled or subscription-"
                    + "paused.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription; with dryRun=true what would come of it",
            content = @Content(schema = @Schema(oneOf = {SubscriptionView.class, Preview.class})),
            headers =
                    @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<?> plan(
            @PathParam("id")
                    @Parameter(description = "The subscription", example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @QueryParam("dryRun") @Parameter(description = SubscriptionResource.DRY_RUN, example = "true") @Nullable
                    Boolean dryRun,
            @Valid @NotNull PlanChangeRequest request) {
        return decide(dryRun, () -> plans.change(id, ifMatch, request));
    }

    @POST
    @Path("/seat-changes")
    @Operation(
            operationId = "changeSeats",
            summary = "Change the number of seats",
            description = "More at once and charged for the days left, fewer with the next period, unless `when`"
                    + " says otherwise. 409 seats-unchanged, subscription-ending or subscription-cancelled.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription; with dryRun=true what would come of it",
            content = @Content(schema = @Schema(oneOf = {SubscriptionView.class, Preview.class})),
            headers =
                    @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<?> changeSeats(
            @PathParam("id")
                    @Parameter(description = "The subscription", example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @QueryParam("dryRun") @Parameter(description = SubscriptionResource.DRY_RUN, example = "true") @Nullable
                    Boolean dryRun,
            @Valid @NotNull SeatChangeRequest request) {
        return decide(dryRun, () -> seats.change(id, ifMatch, request));
    }

    @POST
    @Path("/pauses")
    @Operation(
            operationId = "pauseSubscription",
            summary = "Let a subscription rest",
            description = "Its add-ons too. Days charged in advance are given back; periods stay where they are."
                    + " 409 subscription-paused, subscription-ending or subscription-cancelled.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription; with dryRun=true what would come of it",
            content = @Content(schema = @Schema(oneOf = {SubscriptionView.class, Preview.class})),
            headers =
                    @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<?> pause(
            @PathParam("id")
                    @Parameter(description = "The subscription", example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @QueryParam("dryRun") @Parameter(description = SubscriptionResource.DRY_RUN, example = "true") @Nullable
                    Boolean dryRun,
            @Valid @Nullable DayRequest request) {
        return decide(dryRun, () -> pausing.pause(id, ifMatch, DayRequest.orToday(request)));
    }

    @POST
    @Path("/resumptions")
    @Operation(
            operationId = "resumeSubscription",
            summary = "Let a subscription go on",
            description =
                    "Its add-ons too. 409 subscription-not-paused, subscription-ending or subscription-" + "cancelled.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription; with dryRun=true what would come of it",
            content = @Content(schema = @Schema(oneOf = {SubscriptionView.class, Preview.class})),
            headers =
                    @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<?> resume(
            @PathParam("id")
                    @Parameter(description = "The subscription", example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @QueryParam("dryRun") @Parameter(description = SubscriptionResource.DRY_RUN, example = "true") @Nullable
                    Boolean dryRun,
            @Valid @Nullable DayRequest request) {
        return decide(dryRun, () -> pausing.resume(id, ifMatch, DayRequest.orToday(request)));
    }

    @POST
    @Path("/cancellations")
    @Operation(
            operationId = "cancelSubscription",
            summary = "Cancel a subscription",
            description = "It stays ACTIVE with an endDate until then, its add-ons end with it, and a trial ends"
                    + " uncharged. An end already decided can only be brought forward: 409 subscription-ending;"
                    + " 409 subscription-cancelled when it has ended. 400 value-missing or day-not-expected, 422"
                    + " effective-date-range at the field.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription; with dryRun=true what would come of it",
            content = @Content(schema = @Schema(oneOf = {SubscriptionView.class, Preview.class})),
            headers =
                    @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<?> cancel(
            @PathParam("id")
                    @Parameter(description = "The subscription", example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @QueryParam("dryRun") @Parameter(description = SubscriptionResource.DRY_RUN, example = "true") @Nullable
                    Boolean dryRun,
            @Valid @NotNull CancellationRequest request) {
        return decide(dryRun, () -> cancelling.cancel(id, ifMatch, request));
    }

    @POST
    @Path("/billing-anchors")
    @Operation(
            operationId = "moveBillingAnchor",
            summary = "Let periods begin on another day",
            description = "From the end of the period that has begun, and its add-ons with it; the days up to the"
                    + " first new period cost their part. 422 anchor-of-add-on; 409 anchor-unchanged, subscription-"
                    + "ending or subscription-cancelled.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription; with dryRun=true what would come of it",
            content = @Content(schema = @Schema(oneOf = {SubscriptionView.class, Preview.class})),
            headers =
                    @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<?> moveAnchor(
            @PathParam("id")
                    @Parameter(description = "The subscription", example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @QueryParam("dryRun") @Parameter(description = SubscriptionResource.DRY_RUN, example = "true") @Nullable
                    Boolean dryRun,
            @Valid @NotNull AnchorMoveRequest request) {
        return decide(dryRun, () -> anchors.move(id, ifMatch, request));
    }

    @POST
    @Path("/reactivations")
    @Operation(
            operationId = "reactivateSubscription",
            summary = "Let a subscription go on that ends or has ended",
            description = "One that is to end goes on as if nothing had been decided; one that has ended begins"
                    + " again today at its last terms, and the days between cost nothing. Add-ons that end with it go"
                    + " on too. 409 subscription-not-ending, or base-subscription-ending for an add-on.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription; with dryRun=true what would come of it",
            content = @Content(schema = @Schema(oneOf = {SubscriptionView.class, Preview.class})),
            headers =
                    @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<?> reactivate(
            @PathParam("id")
                    @Parameter(description = "The subscription", example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @QueryParam("dryRun") @Parameter(description = SubscriptionResource.DRY_RUN, example = "true") @Nullable
                    Boolean dryRun) {
        return decide(dryRun, () -> undoing.reactivate(id, ifMatch));
    }

    @GET
    @Path("/changes")
    @Transactional
    @RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
    @Operation(
            operationId = "listSubscriptionChanges",
            summary = "List what was decided about a subscription, oldest first",
            description = "Decisions that are still to take effect too, and those undone.")
    public RestResponse<Page<SubscriptionChange>> changes(
            @PathParam("id")
                    @Parameter(description = "The subscription", example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID id,
            @BeanParam PageRequest page) {
        subscriptions.get(id);
        return page.respond(
                "subscription-changes",
                log.list(id, page.after("subscription-changes"), page.count()),
                change -> change,
                SubscriptionChange::id);
    }

    @POST
    @Path("/changes/{changeId}/undoings")
    @Operation(
            operationId = "undoSubscriptionChange",
            summary = "Undo a decision that has not taken effect",
            description = "Only the latest one, so that nothing decided since is lost: 409 change-not-latest,"
                    + " change-effective or change-undone.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription; with dryRun=true what would come of it",
            content = @Content(schema = @Schema(oneOf = {SubscriptionView.class, Preview.class})),
            headers =
                    @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<?> undo(
            @PathParam("id")
                    @Parameter(description = "The subscription", example = "0197a3f2-1e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID id,
            @PathParam("changeId")
                    @Parameter(description = "The decision", example = "0197a3f2-3e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID changeId,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @QueryParam("dryRun") @Parameter(description = SubscriptionResource.DRY_RUN, example = "true") @Nullable
                    Boolean dryRun) {
        return decide(dryRun, () -> undoing.undo(id, changeId, ifMatch));
    }

    private RestResponse<?> decide(@Nullable Boolean dryRun, Supplier<SubscriptionView> decision) {
        if (Boolean.TRUE.equals(dryRun)) {
            return RestResponse.ok(previewing.of(decision));
        }
        var subscription = decision.get();
        return Answer.ok(subscription, subscription.version());
    }
}

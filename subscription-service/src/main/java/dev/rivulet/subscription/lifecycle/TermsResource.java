package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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

/** Decisions on what a subscription has, and when its periods begin. */
@Path("/subscriptions/{id}")
@Tag(name = "Subscriptions")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.ADMIN})
@APIResponse(
        responseCode = "200",
        description = "The subscription; with dryRun=true what would come of it",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(oneOf = {SubscriptionView.class, Preview.class})),
        headers = @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
public class TermsResource {

    private final PlanChanging plans;
    private final SeatChanging seats;
    private final AnchorMoving anchors;
    private final TrialExtending trials;
    private final Deciding deciding;

    TermsResource(
            PlanChanging plans, SeatChanging seats, AnchorMoving anchors, TrialExtending trials, Deciding deciding) {
        this.plans = plans;
        this.seats = seats;
        this.anchors = anchors;
        this.trials = trials;
        this.deciding = deciding;
    }

    @POST
    @Path("/plan-changes")
    @Operation(
            operationId = "changePlan",
            summary = "Go over to another plan",
            description = "An upgrade at once, a downgrade with the end of the period, unless `when` says"
                    + " otherwise. Days charged in advance and not used are given back, unless `prorate` is false; the"
                    + " day of the change belongs to the new plan. A change on a day to come is at the price known of that day, and gives"
                    + " back when the day has come. In a trial the new plan's trial counts from the first start. A"
                    + " fixed term is the new plan's, from the change on: without one there is no end any more."
                    + " 422 plan-not-published, plan-of-another-product, currency-mismatch or effective-date-"
                    + "range at the field; 409 subscription-ending, subscription-cancelled or subscription-"
                    + "paused.")
    public RestResponse<?> plan(@BeanParam DecisionParameters decision, @Valid @NotNull PlanChangeRequest request) {
        return deciding.answer(decision.dryRun(), () -> plans.change(decision.id(), decision.ifMatch(), request));
    }

    @POST
    @Path("/seat-changes")
    @Operation(
            operationId = "changeSeats",
            summary = "Change the number of seats",
            description =
                    "More at once and charged for the days left, fewer with the next period, unless `when` says"
                            + " otherwise; charged from the next period on where `prorate` is false. 409 seats-unchanged, subscription-ending or subscription-cancelled.")
    public RestResponse<?> changeSeats(
            @BeanParam DecisionParameters decision, @Valid @NotNull SeatChangeRequest request) {
        return deciding.answer(decision.dryRun(), () -> seats.change(decision.id(), decision.ifMatch(), request));
    }

    @POST
    @Path("/billing-anchors")
    @Operation(
            operationId = "moveBillingAnchor",
            summary = "Let periods begin on another day",
            description = "From the end of the period that has begun, and its add-ons with it; the days up to the"
                    + " first new period cost their part. 422 anchor-of-add-on; 409 anchor-unchanged, subscription-"
                    + "ending or subscription-cancelled.")
    public RestResponse<?> moveAnchor(
            @BeanParam DecisionParameters decision, @Valid @NotNull AnchorMoveRequest request) {
        return deciding.answer(decision.dryRun(), () -> anchors.move(decision.id(), decision.ifMatch(), request));
    }

    @POST
    @Path("/trial-extensions")
    @Operation(
            operationId = "extendTrial",
            summary = "Let a trial go on",
            description = "To a later day, which is the first that is charged. Phases and a fixed term are counted from"
                    + " there, and so are periods that begin with the first charged day; those of a billing day or of the"
                    + " calendar stay, and the days up to the first of them cost their part. A longer trial is kept when"
                    + " the plan changes. 422 trial-end-not-later or effective-date-range at the field; 409"
                    + " subscription-not-in-trial, subscription-ending or subscription-cancelled.")
    public RestResponse<?> extendTrial(
            @BeanParam DecisionParameters decision, @Valid @NotNull TrialExtensionRequest request) {
        return deciding.answer(decision.dryRun(), () -> trials.extend(decision.id(), decision.ifMatch(), request));
    }
}

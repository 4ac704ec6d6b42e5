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

/** Decisions on the end of a subscription. */
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
public class EndResource {

    private final Cancelling cancelling;
    private final Reactivating reactivating;
    private final Deciding deciding;

    EndResource(Cancelling cancelling, Reactivating reactivating, Deciding deciding) {
        this.cancelling = cancelling;
        this.reactivating = reactivating;
        this.deciding = deciding;
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
    public RestResponse<?> cancel(@BeanParam DecisionParameters decision, @Valid @NotNull CancellationRequest request) {
        return deciding.answer(decision.dryRun(), () -> cancelling.cancel(decision.id(), decision.ifMatch(), request));
    }

    @POST
    @Path("/reactivations")
    @Operation(
            operationId = "reactivateSubscription",
            summary = "Let a subscription go on that ends or has ended",
            description = "One that is to end goes on as if nothing had been decided; one that has ended begins"
                    + " again today at its last terms, and the days between cost nothing. Add-ons that end with it go"
                    + " on too. 409 subscription-not-ending, or base-subscription-ending for an add-on.")
    public RestResponse<?> reactivate(@BeanParam DecisionParameters decision) {
        return deciding.answer(decision.dryRun(), () -> reactivating.reactivate(decision.id(), decision.ifMatch()));
    }
}

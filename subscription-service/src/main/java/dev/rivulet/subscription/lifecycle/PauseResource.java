package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import org.jspecify.annotations.Nullable;

/** Decisions that let a subscription rest and go on. */
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
public class PauseResource {

    private final Pausing pausing;
    private final Deciding deciding;

    PauseResource(Pausing pausing, Deciding deciding) {
        this.pausing = pausing;
        this.deciding = deciding;
    }

    @POST
    @Path("/pauses")
    @Operation(
            operationId = "pauseSubscription",
            summary = "Let a subscription rest",
            description = "Its add-ons too. Days charged in advance are given back; periods stay where they are."
                    + " 409 subscription-paused, subscription-ending or subscription-cancelled.")
    public RestResponse<?> pause(@BeanParam DecisionParameters decision, @Valid @Nullable DayRequest request) {
        return deciding.answer(
                decision.dryRun(), () -> pausing.pause(decision.id(), decision.ifMatch(), DayRequest.orToday(request)));
    }

    @POST
    @Path("/resumptions")
    @Operation(
            operationId = "resumeSubscription",
            summary = "Let a subscription go on",
            description =
                    "Its add-ons too. 409 subscription-not-paused, subscription-ending or subscription-" + "cancelled.")
    public RestResponse<?> resume(@BeanParam DecisionParameters decision, @Valid @Nullable DayRequest request) {
        return deciding.answer(
                decision.dryRun(),
                () -> pausing.resume(decision.id(), decision.ifMatch(), DayRequest.orToday(request)));
    }
}

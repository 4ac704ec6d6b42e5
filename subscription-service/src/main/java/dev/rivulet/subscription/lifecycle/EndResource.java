package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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

/** Decisions on the end of a subscription. */
@Path("/subscriptions/{id}")
@Tag(name = "Subscriptions")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.ADMIN})
public class EndResource {

    private final Cancelling cancelling;
    private final Undoing undoing;
    private final Deciding deciding;

    EndResource(Cancelling cancelling, Undoing undoing, Deciding deciding) {
        this.cancelling = cancelling;
        this.undoing = undoing;
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
        return deciding.answer(dryRun, () -> cancelling.cancel(id, ifMatch, request));
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
        return deciding.answer(dryRun, () -> undoing.reactivate(id, ifMatch));
    }
}

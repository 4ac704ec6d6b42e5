package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** What was decided about subscriptions, and taking it back. */
@Path("/subscriptions/{id}")
@Tag(name = "Subscriptions")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.ADMIN})
public class ChangeResource {

    private final Undoing undoing;
    private final ChangeLog log;
    private final SubscriptionRepository subscriptions;
    private final Deciding deciding;

    ChangeResource(Undoing undoing, ChangeLog log, SubscriptionRepository subscriptions, Deciding deciding) {
        this.undoing = undoing;
        this.log = log;
        this.subscriptions = subscriptions;
        this.deciding = deciding;
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
                    + " change-effective or change-undone. What it did to add-ons is undone with it, and only with it:"
                    + " 409 change-of-base for an add-on.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription; with dryRun=true what would come of it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(oneOf = {SubscriptionView.class, Preview.class})),
            headers =
                    @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<?> undo(
            @BeanParam DecisionParameters decision,
            @PathParam("changeId")
                    @Parameter(description = "The decision", example = "0197a3f2-3e4f-7b11-8e85-9c4c3f9e0d04")
                    UUID changeId) {
        return deciding.answer(decision.dryRun(), () -> undoing.undo(decision.id(), changeId, decision.ifMatch()));
    }
}

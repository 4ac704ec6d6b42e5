package dev.rivulet.kit.outbox;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Operators' view of the events that could not be applied. */
@Path("/dead-letters")
@Tag(name = "Operations", description = "What went wrong on the way in, and what to do about it")
@RunOnVirtualThread
public class DeadLetterResource {

    private final DeadLetterDesk desk;

    DeadLetterResource(DeadLetterDesk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed({"ops", "admin"})
    @Operation(
            operationId = "listDeadLetters",
            summary = "List events that could not be applied",
            description = "Oldest first. Later events of the same key wait behind the first.")
    public RestResponse<Page<DeadLetter>> list(@BeanParam PageRequest page) {
        var found = desk.unresolved(page.after("dead-letters"), page.count());
        return page.respond("dead-letters", found, letter -> letter, letter -> letter.id());
    }

    @POST
    @Path("/{id}/replays")
    @RolesAllowed("admin")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Apply a dead letter and those behind it again",
            description = "Applies, in order, all waiting events of the same consumer and key in one transaction."
                    + " 409 with the reason when one of them still fails.")
    @APIResponse(responseCode = "204", description = "Done")
    public RestResponse<Void> replay(@PathParam("id") UUID id) {
        desk.replay(id);
        return RestResponse.noContent();
    }

    @POST
    @Path("/{id}/dismissals")
    @RolesAllowed("admin")
    @Operation(
            operationId = "dismissDeadLetter",
            summary = "Give a dead letter up without applying it",
            description = "Its successors stay parked until one of them is replayed.")
    @APIResponse(responseCode = "204", description = "Done")
    public RestResponse<Void> dismiss(@PathParam("id") UUID id) {
        desk.dismiss(id);
        return RestResponse.noContent();
    }
}

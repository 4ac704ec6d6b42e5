package dev.rivulet.success.interaction;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.idempotency.Idempotent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Notes on a customer. */
@Path("/customers/{id}/notes")
@Tag(name = "Timeline", description = "What happened with a customer, told by every feature")
@RunOnVirtualThread
@RolesAllowed({SUCCESS, ADMIN})
public class NoteResource {

    private final Notes notes;

    NoteResource(Notes notes) {
        this.notes = notes;
    }

    /** Read in the timeline. */
    @POST
    @Idempotent
    @Operation(
            operationId = "writeNote",
            summary = "Write a note on a customer",
            description = "It stands in the timeline at its time, UTC, with its author, and is never changed. 400"
                    + " time-out-of-range, text-too-long; 404 for a customer the caller may not see.")
    @APIResponse(
            responseCode = "201",
            description = "Written",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NoteView.class)))
    public RestResponse<NoteView> write(
            @PathParam("id") @Parameter(description = "The customer", example = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
                    UUID id,
            @Valid @NotNull NoteRequest note) {
        return RestResponse.status(RestResponse.Status.CREATED, notes.write(id, note));
    }
}

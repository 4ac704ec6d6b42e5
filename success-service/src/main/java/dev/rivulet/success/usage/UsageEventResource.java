package dev.rivulet.success.usage;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.problem.Problem;
import dev.rivulet.kit.problem.ProblemMapper;
import dev.rivulet.kit.problem.Texts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where products report usage. */
@Path("/usage-events")
@Tag(name = "Usage", description = "What customers use of what they bought")
@RunOnVirtualThread
public class UsageEventResource {

    private final UsageIntake intake;

    UsageEventResource(UsageIntake intake) {
        this.intake = intake;
    }

    /** Each event is judged for itself; 503 means that the whole batch is to be sent again, which is safe. */
    @POST
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "reportUsage",
            summary = "Report usage events, up to 1,000 at a time",
            description = "Each event is judged for itself: the good ones are accepted, the others are returned with"
                    + " the reason. Accepted events are durable and count shortly. An event is counted once however"
                    + " often it is sent, by its source and id; after a 503 send the whole batch again. An event that"
                    + " says something else than one of the same source and id does not count: it is rejected where the"
                    + " other is in the same batch, and listed under /usage-conflicts in any case."
                    + " time-in-future: an event more than five minutes ahead of the clock here is rejected, too.")
    @APIResponse(
            responseCode = "202",
            description = "How many events were accepted, and which were not",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = UsageReceipt.class)))
    @APIResponse(
            responseCode = "503",
            description = "The usage log is away; send the batch again",
            content = @Content(mediaType = ProblemMapper.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public RestResponse<UsageReceipt> report(@Valid @NotNull UsageBatch batch, @Context HttpHeaders headers) {
        var texts = Texts.forHeader(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return RestResponse.status(RestResponse.Status.ACCEPTED, intake.take(batch.events(), texts));
    }
}

package dev.rivulet.success.release;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.rest.Answer;
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

/** What is done about a release: functions of the company acknowledge it, and who asked is told. */
@Path("/releases/{id}")
@Tag(name = "Releases", description = "What came out: whom it concerns, who of us knows of it, what came of it")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, ADMIN})
public class ReleaseStepResource {

    private static final String RELEASE = "019b2f80-4d1a-7c02-8a3b-6f5e4d3c2b1a";

    private final Releases releases;
    private final Acknowledgements acknowledgements;

    ReleaseStepResource(Releases releases, Acknowledgements acknowledgements) {
        this.releases = releases;
        this.acknowledgements = acknowledgements;
    }

    /** Once. */
    @POST
    @Path("/acknowledgements")
    @Idempotent
    @Operation(
            operationId = "acknowledgeRelease",
            summary = "Acknowledge a release for a function of the company",
            description = "Once for each function, with who and when. The role success speaks for SUPPORT and SUCCESS,"
                    + " sales for SALES and MARKETING, admin for all: 403 function-foreign. 409 release-acknowledged.")
    @APIResponse(
            responseCode = "201",
            description = "Acknowledged",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcknowledgementView.class)))
    public RestResponse<AcknowledgementView> acknowledge(
            @PathParam("id") @Parameter(description = "The release", example = RELEASE) UUID id,
            @Valid @NotNull AcknowledgementRequest request) {
        return Answer.created(acknowledgements.acknowledge(id, request.function()), "/releases/" + id);
    }

    /** Told again, it stays with who was first. */
    @POST
    @Path("/tellings")
    @Operation(
            operationId = "tellRequester",
            summary = "Note that a customer who had asked has been told",
            description = "By the caller, now; noted again, the first time stays. 422 account-not-asking for a customer"
                    + " that had not asked for it.")
    @APIResponse(
            responseCode = "200",
            description = "Noted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AffectedAccountView.class)))
    public AffectedAccountView tell(
            @PathParam("id") @Parameter(description = "The release", example = RELEASE) UUID id,
            @Valid @NotNull TellingRequest request) {
        return releases.tell(id, request.accountId());
    }
}

package dev.rivulet.success.survey;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Surveys on their way to an audience. */
@Path("/surveys/{id}/waves")
@Tag(name = "Surveys", description = "What customers say of us, in numbers")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class WaveResource {

    private final Waves waves;

    WaveResource(Waves waves) {
        this.waves = waves;
    }

    /** At once, where its day has come. */
    @POST
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "scheduleSurveyWave",
            summary = "Send a survey to an audience, once or every so many months",
            description = "On its day, local to its zone, or at once when that has come. Who was asked anything less"
                    + " than the tenant's number of days ago is left out. Recurring waves are counted from the first"
                    + " day; those missed are not made up for. 409 survey-not-active, 400 zone-unknown. An"
                    + " anonymous survey goes to contacts only, by their ids: 422 contact-unknown.")
    @APIResponse(
            responseCode = "201",
            description = "The wave; with how many were asked, if it was sent at once",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = WaveView.class)))
    public RestResponse<WaveView> schedule(@PathParam("id") UUID id, @Valid @NotNull WaveRequest request) {
        return Answer.created(waves.schedule(id, request), "/surveys/" + id + "/waves");
    }

    /** Oldest first. */
    @GET
    @Operation(
            operationId = "listSurveyWaves",
            summary = "List a survey's waves, oldest first",
            description = "Sent, to be sent and called off.")
    public RestResponse<Page<WaveView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = waves.page(id, page.after("survey-waves"), page.count());
        return page.respond("survey-waves", found, wave -> wave, wave -> wave.id());
    }

    /** With it all that would recur. */
    @POST
    @Path("/{wave}/stops")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "stopSurveyWave",
            summary = "Call a wave off, or end it before its time",
            description = "One that waits for its day is cancelled, and with it all that would recur; one that is open"
                    + " ends now, and its links no longer work. 409 wave-over.")
    @APIResponse(
            responseCode = "200",
            description = "The wave, ended or cancelled",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = WaveView.class)))
    public WaveView stop(@PathParam("id") UUID id, @PathParam("wave") UUID wave) {
        return waves.stop(id, wave);
    }
}

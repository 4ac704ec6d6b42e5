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
import dev.rivulet.success.survey.domain.SurveyStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Surveys: written, opened, closed. */
@Path("/surveys")
@Tag(name = "Surveys", description = "What customers say of us, in numbers")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class SurveyResource {

    private final SurveyDesk desk;

    SurveyResource(SurveyDesk desk) {
        this.desk = desk;
    }

    /** As a draft. */
    @POST
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "writeSurvey",
            summary = "Write a survey",
            description = "As a draft, with its question in both languages of the answer page. Its kind, and whether it"
                    + " is anonymous, never change.")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SurveyView.class)))
    public RestResponse<SurveyView> write(@Valid @NotNull SurveyRequest request) {
        var survey = desk.write(request);
        return Answer.created(survey.view(), "/surveys/" + survey.view().id(), survey.version());
    }

    /** Oldest first. */
    @GET
    @Operation(
            operationId = "listSurveys",
            summary = "List surveys, oldest first",
            description = "With the questions as they are asked from now on.")
    public RestResponse<Page<SurveyView>> list(
            @Parameter(description = "Only those that stand so", example = "ACTIVE") @QueryParam("status") @Nullable
                    SurveyStatus status,
            @BeanParam PageRequest page) {
        var found = desk.page(status, page.after("surveys"), page.count());
        return page.respond("surveys", found, survey -> survey, survey -> survey.id());
    }

    /** One survey. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getSurvey",
            summary = "Get one survey",
            description = "As it is asked from now on. The ETag is needed to change it.")
    public RestResponse<SurveyView> get(@PathParam("id") UUID id) {
        return answer(desk.get(id));
    }

    /** Waves already sent keep the questions they were sent with. */
    @POST
    @Path("/{id}/revisions")
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "reviseSurvey",
            summary = "Put a survey's question in other words",
            description = "A new revision, asked in waves sent from now on; answers given before stay beside the"
                    + " question they answer. 409 survey-closed.")
    @APIResponse(
            responseCode = "201",
            description = "The survey with its new questions",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SurveyView.class)))
    public RestResponse<SurveyView> revise(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag last read", example = "\"1\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull Questions questions) {
        var survey = desk.revise(id, ifMatch, questions);
        return Answer.created(survey.view(), "/surveys/" + id + "/revisions", survey.version());
    }

    /** In their order. */
    @GET
    @Path("/{id}/revisions")
    @Operation(
            operationId = "listSurveyRevisions",
            summary = "List what a survey has asked, in all its revisions",
            description = "Oldest first; a wave names the revision it was sent with.")
    public List<RevisionView> revisions(@PathParam("id") UUID id) {
        return desk.revisions(id);
    }

    /** Only a draft can be. */
    @POST
    @Path("/{id}/activations")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "activateSurvey",
            summary = "Open a survey, so that it can be sent",
            description = "409 survey-transition unless it is a draft.")
    @APIResponse(
            responseCode = "200",
            description = "The survey, active",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SurveyView.class)))
    public RestResponse<SurveyView> activate(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag last read", example = "\"1\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        return answer(desk.activate(id, ifMatch));
    }

    /** For good. */
    @POST
    @Path("/{id}/closings")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "closeSurvey",
            summary = "Close a survey for good",
            description = "Its open waves end, those to come are cancelled, and links no longer work. 409"
                    + " survey-transition when it is closed already.")
    @APIResponse(
            responseCode = "200",
            description = "The survey, closed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SurveyView.class)))
    public RestResponse<SurveyView> close(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag last read", example = "\"2\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        return answer(desk.close(id, ifMatch));
    }

    private static RestResponse<SurveyView> answer(SurveyDesk.Versioned survey) {
        return Answer.ok(survey.view(), survey.version());
    }
}

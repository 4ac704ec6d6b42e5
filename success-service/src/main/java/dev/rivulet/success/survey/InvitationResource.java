package dev.rivulet.success.survey;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.success.survey.domain.InvitationStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who was asked, and whether they answered. */
@Path("/survey-invitations")
@Tag(name = "Surveys", description = "What customers say of us, in numbers")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class InvitationResource {

    private final Answering answering;

    InvitationResource(Answering answering) {
        this.answering = answering;
    }

    /** Oldest first. */
    @GET
    @Operation(
            operationId = "listSurveyInvitations",
            summary = "List who was asked, oldest first",
            description = "An invitation to an anonymous survey tells that it was used, and not for which answer.")
    public RestResponse<Page<InvitationView>> list(
            @Parameter(description = "Only to this survey") @QueryParam("surveyId") @Nullable UUID survey,
            @Parameter(description = "Only of this wave") @QueryParam("waveId") @Nullable UUID wave,
            @Parameter(description = "Only of this customer") @QueryParam("accountId") @Nullable UUID account,
            @Parameter(description = "Only those that stand so", example = "INVITED") @QueryParam("status") @Nullable
                    InvitationStatus status,
            @BeanParam PageRequest page) {
        var found = answering.page(survey, wave, account, status, page.after("survey-invitations"), page.count());
        return page.respond("survey-invitations", found, invitation -> invitation, invitation -> invitation.id());
    }

    /** One invitation. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getSurveyInvitation",
            summary = "Get one invitation",
            description = "Without its link, of which only a hash is kept.")
    public InvitationView get(@PathParam("id") UUID id) {
        return answering.get(id);
    }

    /** The one before no longer works. */
    @POST
    @Path("/{id}/links")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "renewSurveyLink",
            summary = "Make a new link to the answer page",
            description = "For whom the first did not reach; that one no longer works. The link answers once, in the"
                    + " person's name, and is shown only now. 409 invitation-over, survey-anonymous.")
    @APIResponse(
            responseCode = "201",
            description = "The link",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LinkView.class)))
    public RestResponse<LinkView> link(@PathParam("id") UUID id) {
        return Answer.created(answering.renewLink(id), "/survey-invitations/" + id);
    }

    /** Dismissals are not answers. */
    @POST
    @Path("/{id}/dismissals")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "dismissSurveyInvitation",
            summary = "Record that a person does not want to answer",
            description = "That is no answer and counts in no figure; the link no longer works. 409 invitation-over.")
    @APIResponse(
            responseCode = "200",
            description = "The invitation, dismissed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = InvitationView.class)))
    public InvitationView dismiss(@PathParam("id") UUID id) {
        return answering.dismiss(id);
    }
}

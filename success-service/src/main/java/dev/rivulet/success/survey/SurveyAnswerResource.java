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

/** Answers of customers to surveys. */
@Path("/survey-answers")
@Tag(name = "Surveys", description = "What customers say of us, in numbers")
@RunOnVirtualThread
public class SurveyAnswerResource {

    /** An answer is never changed. */
    private static final long ONLY_VERSION = 0;

    private final Surveys surveys;

    SurveyAnswerResource(Surveys surveys) {
        this.surveys = surveys;
    }

    /** 422 {@code account-unknown} for an account this service has not heard of. */
    @POST
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "recordSurveyAnswer",
            summary = "Record a customer's answer to a survey",
            description = "NPS, CSAT or CES; counts as the person's latest answer. 400 answer-out-of-range outside the"
                    + " kind's scale, time-in-future; 422 account-unknown while the customer has not been heard of, survey-unknown,"
                    + " survey-kind, or survey-anonymous, whose answers come over its links only.")
    @APIResponse(
            responseCode = "201",
            description = "The answer as recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerView.class)))
    public RestResponse<AnswerView> record(@Valid @NotNull AnswerRequest request) {
        var answer = surveys.record(request);
        return Answer.created(answer, "/survey-answers/" + answer.id(), ONLY_VERSION);
    }

    /** Oldest first. */
    @GET
    @RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
    @Operation(
            operationId = "listSurveyAnswers",
            summary = "List survey answers, in the order of their recording",
            description = "All answers of persons, those replaced by a later one too; no anonymous ones.")
    public RestResponse<Page<AnswerView>> list(
            @Parameter(description = "Only of this customer") @QueryParam("accountId") @Nullable UUID account,
            @Parameter(description = "Only of this kind", example = "NPS") @QueryParam("kind") @Nullable
                    SurveyKind kind,
            @Parameter(description = "Only to this survey") @QueryParam("surveyId") @Nullable UUID survey,
            @BeanParam PageRequest page) {
        var found = surveys.page(account, kind, survey, page.after("survey-answers"), page.count());
        return page.respond("survey-answers", found, answer -> answer, answer -> answer.id());
    }

    /** One answer. */
    @GET
    @Path("/{id}")
    @RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
    @Operation(
            operationId = "getSurveyAnswer",
            summary = "Get one survey answer",
            description = "As it was recorded; answers are never changed.")
    public RestResponse<AnswerView> get(@PathParam("id") UUID id) {
        return Answer.ok(surveys.get(id), ONLY_VERSION);
    }
}

package dev.rivulet.success.survey;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What surveys have brought in. */
@Path("/surveys")
@Tag(name = "Surveys", description = "What customers say of us, in numbers")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class SurveyResultsResource {

    private final SurveyResults results;

    SurveyResultsResource(SurveyResults results) {
        this.results = results;
    }

    /** Of an anonymous survey only whole waves that are over and have enough answers. */
    @GET
    @Path("/{id}/results")
    @Operation(
            operationId = "getSurveyResults",
            summary = "What a survey has brought in",
            description = "The figure of its kind with its interval, and the response rate over all its invitations. Of"
                    + " each person the latest answer of the period counts; days are local to the customers. An"
                    + " anonymous survey shows waves that are over and have at least the minimum group of answers, as"
                    + " a whole only: 422 survey-anonymous for a period or a grouping.")
    public ResultsView results(
            @PathParam("id") UUID id,
            @Parameter(description = "First day that counts", example = "2025-01-01") @QueryParam("from") @Nullable
                    LocalDate from,
            @Parameter(description = "Last day that counts", example = "2025-03-31") @QueryParam("to") @Nullable
                    LocalDate to,
            @Parameter(description = "What to tell apart", example = "SEGMENT") @QueryParam("by") @Nullable
                    Grouping by) {
        return results.of(id, Period.of(from, to), by);
    }

    /** Oldest first; of an anonymous survey in no order. */
    @GET
    @Path("/{id}/comments")
    @Operation(
            operationId = "listSurveyComments",
            summary = "List what was said beside the answers",
            description = "Oldest first. Of an anonymous survey from the waves that its results are from, in no order,"
                    + " without whoever said it.")
    public RestResponse<Page<CommentView>> comments(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = results.comments(id, page.after("survey-comments"), page.count());
        return page.respond("survey-comments", found, comment -> comment, comment -> comment.id());
    }
}

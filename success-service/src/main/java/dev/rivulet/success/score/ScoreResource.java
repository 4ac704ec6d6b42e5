package dev.rivulet.success.score;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.success.input.Dated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The Customer Score. */
@Path("/customers/{id}/score")
@Tag(name = "Score", description = "One number from all that is known of a customer, explained")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class ScoreResource {

    private static final String HISTORY = "score-history";

    private final Scores scores;
    private final ScoreExplanations explanations;

    ScoreResource(Scores scores, ScoreExplanations explanations) {
        this.scores = scores;
        this.explanations = explanations;
    }

    /** Recomputed with every change of an input, and daily. */
    @GET
    @Operation(
            operationId = "getScore",
            summary = "A customer's score, explained",
            description = "The weighted mean of the components that are known, by the model in force for the customer's"
                    + " segment. Missing is not zero: the weight of a missing component goes to the others, and the"
                    + " coverage tells how much was known. Below the minimum coverage the score is null, with the"
                    + " reason.")
    public ScoreView score(@PathParam("id") UUID id) {
        return scores.get(id);
    }

    /** Every change, newest first. */
    @GET
    @Path("/history")
    @Operation(
            operationId = "listScoreHistory",
            summary = "The scores a customer has had, newest first",
            description = "Every change with its inputs and contributions, by the model of its time. A day without an"
                    + " entry had the score of the day before it. 400 range-backwards, time-out-of-range.")
    public RestResponse<Page<ScoreRecordView>> history(
            @PathParam("id") UUID id,
            @Parameter(description = "First local day of the customer", example = "2025-03-01")
                    @QueryParam("from")
                    @Dated
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Last local day, included", example = "2025-03-31")
                    @QueryParam("to")
                    @Dated
                    @Nullable
                    LocalDate to,
            @BeanParam PageRequest page) {
        var found = explanations.page(id, from, to, ScoreHistory.before(page.place(HISTORY)), page.count());
        return page.respondAt(HISTORY, found, ScoreExplanations.Placed::view, placed -> List.of(placed.version()));
    }

    /** "What made this score move?" */
    @GET
    @Path("/changes")
    @Operation(
            operationId = "explainScoreChange",
            summary = "What made a score move between two days",
            description = "Compares the score at the end of the first day with that at the end of the last. The parts"
                    + " add up to the change to the last digit, also across models; each names the component and the"
                    + " cause. What a missing component's weight did to the others is counted with the component that"
                    + " appeared or vanished. The 30 days to today when left out. 400 range-backwards,"
                    + " time-out-of-range.")
    public ScoreChangeView changes(
            @PathParam("id") UUID id,
            @Parameter(description = "First local day of the customer", example = "2025-03-01")
                    @QueryParam("from")
                    @Dated
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Last local day", example = "2025-03-31") @QueryParam("to") @Dated @Nullable
                    LocalDate to) {
        return explanations.change(id, from, to);
    }
}

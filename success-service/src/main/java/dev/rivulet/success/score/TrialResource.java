package dev.rivulet.success.score;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Models of the score tried before they are in force. */
@Path("/score-models/{id}")
@Tag(name = "Score models")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class TrialResource {

    private static final String BACKTESTS = "score-backtests";
    private static final String COMPARISONS = "score-comparisons";
    private static final String REPLAYS = "score-replays";

    private final Backtests backtests;
    private final Trials trials;

    TrialResource(Backtests backtests, Trials trials) {
        this.backtests = backtests;
        this.trials = trials;
    }

    /** At once: the answer has the result. */
    @POST
    @Path("/backtests")
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "runScoreBacktest",
            summary = "Try a model on the past",
            description = "On each decision day every paying customer is scored by the inputs stored by that day and no"
                    + " later. A loss is a fall of monthly recurring revenue, to 0 or in part. Told are precision,"
                    + " recall, lead time and the money that an alarm came before, beside those of the model in force."
                    + " It speaks for the model when there were 10 losses at least. 422 `range-backwards`,"
                    + " `range-too-long`, `horizon-not-over`.")
    @APIResponse(
            responseCode = "201",
            description = "The result",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BacktestView.class)))
    public RestResponse<BacktestView> backtest(@PathParam("id") UUID id, @Valid @NotNull BacktestRequest request) {
        var result = backtests.run(id, request);
        return Answer.created(result, "/score-models/" + id + "/backtests/" + result.id());
    }

    /** Oldest first. */
    @GET
    @Path("/backtests")
    @Operation(
            operationId = "listScoreBacktests",
            summary = "List the backtests of a model",
            description = "Oldest first, page by page.")
    public RestResponse<Page<BacktestView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return page.respond(
                BACKTESTS, backtests.page(id, page.after(BACKTESTS), page.count()), run -> run, run -> run.id());
    }

    /** One backtest. */
    @GET
    @Path("/backtests/{backtest}")
    @Operation(
            operationId = "getScoreBacktest",
            summary = "Read a backtest",
            description = "As it came out; it never changes.")
    public BacktestView get(@PathParam("id") UUID id, @PathParam("backtest") UUID backtest) {
        return backtests.get(id, backtest);
    }

    /** By customer. */
    @GET
    @Path("/comparisons")
    @Operation(
            operationId = "listScoreComparisons",
            summary = "Compare a model in shadow with the model in force",
            description = "Customer by customer, in the order of their ids; empty unless the model is in shadow.")
    public RestResponse<Page<ComparisonView>> comparisons(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return page.respond(
                COMPARISONS,
                trials.comparisons(id, page.after(COMPARISONS), page.count()),
                row -> row,
                row -> row.accountId());
    }

    /** Of one customer. */
    @GET
    @Path("/replays/{accountId}")
    @Operation(
            operationId = "replayScoreModel",
            summary = "Replay a model over a customer's history",
            description = "What the model says of the inputs of every entry of the history, newest first, beside the"
                    + " score there was.")
    public RestResponse<Page<ReplayView>> replay(
            @PathParam("id") UUID id, @PathParam("accountId") UUID accountId, @BeanParam PageRequest page) {
        var found = trials.replay(id, accountId, ScoreHistory.before(page.place(REPLAYS)), page.count());
        return page.respondAt(REPLAYS, found, Trials.Placed::view, placed -> List.of(placed.version()));
    }
}

package dev.rivulet.success.score;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.MergePatch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Models of the score over HTTP. */
@Path("/score-models")
@Tag(name = "Score models", description = "What a score is made of: drafted, run in shadow, tested, then in force")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class ScoreModelResource {

    private static final String LIST = "score-models";
    private static final String EXAMPLE = """
        {"name":"Use first","minimumCoverage":"0.5","healthyFrom":"70","criticalBelow":"50",
         "components":[
          {"component":"LICENCES","weight":40,"scale":{"kind":"LINEAR","worst":"0","best":"0.8"}},
          {"component":"NPS","weight":30,"scale":{"kind":"LINEAR","worst":"0","best":"10"},"halfLifeDays":90},
          {"component":"PAYMENT","weight":30,"scale":{"kind":"BANDS","bands":[
           {"upTo":"0","value":"100"},{"upTo":"14","value":"50"},{"value":"0"}]}}]}\
        """;

    private final ScoreModels models;

    ScoreModelResource(ScoreModels models) {
        this.models = models;
    }

    /** A draft. */
    @POST
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "createScoreModel",
            summary = "Draft a model of the score",
            description =
                    "The score is the weighted mean of the components, each brought to 0 to 100 by its scale. 422:"
                            + " `component-twice`, `weights-sum` unless the weights add up to 100, `scale-flat`,"
                            + " `scale-foreign`, `bands-order`, `thresholds-order`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScoreModelRequest.class),
                            examples = @ExampleObject(name = "use-first", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScoreModelView.class)))
    public RestResponse<ScoreModelView> create(@Valid @NotNull ScoreModelRequest request) {
        var model = models.add(request);
        return Answer.created(model.view(), "/score-models/" + model.view().id(), model.version());
    }

    /** The built-in model is the first. */
    @GET
    @Operation(
            operationId = "listScoreModels",
            summary = "List the models of the score",
            description = "In the order of their numbers, all versions, page by page. The first is built in: it is in"
                    + " force until a model for everyone is.")
    public RestResponse<Page<ScoreModelView>> list(@BeanParam PageRequest page) {
        return page.respond(LIST, models.page(page.after(LIST), page.count()), model -> model, model -> model.id());
    }

    /** One model. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getScoreModel",
            summary = "Read a model of the score",
            description = "With its ETag, which every change of it needs.")
    public RestResponse<ScoreModelView> get(@PathParam("id") UUID id) {
        return answer(models.get(id));
    }

    /** A draft only. */
    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "changeScoreModel",
            summary = "Change a draft",
            description = "JSON merge patch (RFC 7396); lists are replaced whole. Its backtests are forgotten. 409"
                    + " `score-model-status` when it is no draft any more: make a new one. 422 as at its creation.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = ScoreModelRequest.class),
                            examples = @ExampleObject(name = "threshold", value = "{\"criticalBelow\":\"45\"}")))
    public RestResponse<ScoreModelView> change(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull JsonNode patch) {
        return answer(models.change(id, ifMatch, patch));
    }

    /** One at a time for a segment. */
    @POST
    @Path("/{id}/shadows")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "shadowScoreModel",
            summary = "Run a draft in shadow",
            description = "It is computed beside the model in force, kept apart and compared with it at"
                    + " `/score-models/{id}/comparisons`, and not changed any more. All scores are computed by it within"
                    + " minutes. 409 `score-model-status`, `score-model-shadow-taken` while another of the segment runs in"
                    + " shadow.")
    @APIResponse(
            responseCode = "200",
            description = "In shadow",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScoreModelView.class)))
    public RestResponse<ScoreModelView> shadow(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        return answer(models.shadow(id, ifMatch));
    }

    /** Tested, or answered for. */
    @POST
    @Path("/{id}/activations")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "activateScoreModel",
            summary = "Put a model into force",
            description = "From SHADOW. The model in force so far retires and all scores are computed anew within"
                    + " minutes. 409 `score-model-status`, `score-model-untested` without a backtest that had losses"
                    + " enough to tell, unless someone signs a waiver.")
    @APIResponse(
            responseCode = "200",
            description = "In force",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScoreModelView.class)))
    public RestResponse<ScoreModelView> activate(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag last read", example = "\"1\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ActivationRequest request) {
        return answer(models.activate(id, ifMatch, request.waiver()));
    }

    /** For good. */
    @POST
    @Path("/{id}/retirements")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "retireScoreModel",
            summary = "Retire a model",
            description = "For good. Where it was in force, that for everyone takes its place, or the built-in one, and"
                    + " all scores are computed anew within minutes. 409 `score-model-status`.")
    @APIResponse(
            responseCode = "200",
            description = "Retired",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScoreModelView.class)))
    public RestResponse<ScoreModelView> retire(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag last read", example = "\"1\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        return answer(models.retire(id, ifMatch));
    }

    private static RestResponse<ScoreModelView> answer(ScoreModels.Versioned model) {
        return Answer.ok(model.view(), model.version());
    }
}

package dev.rivulet.success.problem;

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

/** What customers have trouble with. */
@Path("/problems")
@Tag(name = "Problems", description = "What customers have trouble with, until it is solved")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class ProblemResource {

    private static final String LIST = "problems";
    private static final String PROBLEM = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f70";

    private final Problems problems;

    ProblemResource(Problems problems) {
        this.problems = problems;
    }

    /** 200 with the problem as it stands for a ticket that is known. */
    @POST
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "registerProblem",
            summary = "Register a problem of a customer",
            description =
                    "As OPEN. A ticket of another system is known by source and externalId: sent again, it changes"
                            + " nothing and 200 returns it as it stands. 400 ticket-incomplete, time-in-future; 422"
                            + " account-unknown, contact-unknown.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProblemView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Registered before",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProblemView.class)))
    public RestResponse<ProblemView> register(@Valid @NotNull ProblemRequest problem) {
        var registered = problems.register(problem);
        var view = registered.view();
        return registered.before() ? answer(view) : Answer.created(view, "/problems/" + view.id(), view.version());
    }

    /** Oldest first. */
    @GET
    @Operation(
            operationId = "listProblems",
            summary = "List problems, in the order in which they were registered",
            description = "Page by page; of the customers that the caller may see.")
    public RestResponse<Page<ProblemView>> list(@BeanParam ProblemFilter filter, @BeanParam PageRequest page) {
        var found = problems.page(filter, page.after(LIST), page.count());
        return page.respond(LIST, found, problem -> problem, problem -> problem.id());
    }

    /** One problem. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getProblem",
            summary = "Get one problem",
            description = "With its times, UTC. The ETag is needed to change or move it.")
    public RestResponse<ProblemView> get(
            @PathParam("id") @Parameter(description = "The problem", example = PROBLEM) UUID id) {
        return answer(problems.get(id));
    }

    /** Its state is moved, not patched. */
    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "changeProblem",
            summary = "Change what is said of a problem",
            description = "JSON merge patch (RFC 7396): what is left out stays, null removes. 422 contact-unknown.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemChange.class),
                            examples = @ExampleObject(name = "worse", value = "{\"severity\":\"CRITICAL\"}")))
    public RestResponse<ProblemView> change(
            @PathParam("id") @Parameter(description = "The problem", example = PROBLEM) UUID id,
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @NotNull JsonNode patch) {
        return answer(problems.change(id, ifMatch, patch));
    }

    /** 409 {@code problem-move} where the state does not lead there. */
    @POST
    @Path("/{id}/moves")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "moveProblem",
            summary = "Move a problem to its next state",
            description = "OPEN to IN_PROGRESS, WAITING or RESOLVED; IN_PROGRESS and WAITING to each other or RESOLVED;"
                    + " RESOLVED to CLOSED, or back to IN_PROGRESS, which counts as reopened. The first move is the first"
                    + " response. 409 problem-move for any other; 400 time-in-future; 422 problem-not-open-yet.")
    @APIResponse(
            responseCode = "200",
            description = "The problem as it stands",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProblemView.class)))
    public RestResponse<ProblemView> move(
            @PathParam("id") @Parameter(description = "The problem", example = PROBLEM) UUID id,
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull MoveRequest move) {
        return answer(problems.move(id, ifMatch, move));
    }

    private static RestResponse<ProblemView> answer(ProblemView problem) {
        return Answer.ok(problem, problem.version());
    }
}

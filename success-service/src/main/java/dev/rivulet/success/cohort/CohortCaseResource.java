package dev.rivulet.success.cohort;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.success.cohort.domain.CaseState;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who reacts to red cells, and what came of it. */
@Path("/cohort-cases")
@Tag(name = "Cohorts", description = "What customers who started together kept, and which of it is no chance")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class CohortCaseResource {

    private static final String LIST = "cohort-cases";
    private static final String IF_MATCH = "If-Match";

    private final CohortCases cases;

    CohortCaseResource(CohortCases cases) {
        this.cases = cases;
    }

    /** Oldest first. */
    @GET
    @Operation(
            operationId = "listCohortCases",
            summary = "List the cases red cells have opened, oldest first",
            description = "A cell opens one case, in however many tables it is red. Until somebody takes it over the"
                    + " owner is the group that is set for it.")
    public RestResponse<Page<CohortCaseView>> list(
            @Parameter(description = "Only those in this state", example = "OPEN") @QueryParam("state") @Nullable
                    CaseState state,
            @Parameter(description = "Only those of this owner", example = "maria") @QueryParam("owner") @Nullable
                    String owner,
            @BeanParam PageRequest page) {
        var found = cases.page(state, owner, page.after(LIST), page.count());
        return page.respond(LIST, found, red -> red, CohortCaseView::id);
    }

    /** One case. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getCohortCase",
            summary = "Get one case",
            description = "With the reasons as they are now. The ETag is needed to change it.")
    public RestResponse<CohortCaseView> get(@PathParam("id") UUID id) {
        return answer(cases.get(id));
    }

    /** 409 {@code case-closed} when it is closed. */
    @POST
    @Path("/{id}/assignments")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "assignCohortCase",
            summary = "Give a case an owner, and a deadline",
            description = "It is in progress from then on. 409 case-closed when it is closed.")
    @APIResponse(
            responseCode = "200",
            description = "The case",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CohortCaseView.class)))
    public RestResponse<CohortCaseView> assign(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam(IF_MATCH) @Nullable
                    String ifMatch,
            @Valid @NotNull CaseAssignmentRequest request) {
        return answer(cases.assign(id, ifMatch, request));
    }

    /** 409 {@code case-closed} when it is closed already. */
    @POST
    @Path("/{id}/closures")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "closeCohortCase",
            summary = "Close a case with what came of it",
            description = "409 case-closed when it is closed already; 422 case-reason for RESTATED, which only"
                    + " corrections of the figures bring about.")
    @APIResponse(
            responseCode = "200",
            description = "The closed case",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CohortCaseView.class)))
    public RestResponse<CohortCaseView> close(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam(IF_MATCH) @Nullable
                    String ifMatch,
            @Valid @NotNull CaseClosureRequest request) {
        return answer(cases.close(id, ifMatch, request));
    }

    private static RestResponse<CohortCaseView> answer(CohortCases.Versioned red) {
        return Answer.ok(red.view(), red.version());
    }
}

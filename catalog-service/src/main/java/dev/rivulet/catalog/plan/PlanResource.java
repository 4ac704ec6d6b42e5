package dev.rivulet.catalog.plan;

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
import jakarta.ws.rs.QueryParam;
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

/** Plans over HTTP. */
@Path("/plans")
@Tag(name = "Plans", description = "At which price: drafted, then published for good")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class PlanResource {

    private static final String LIST = "plans";

    private final PlanPublishing publishing;

    PlanResource(PlanPublishing publishing) {
        this.publishing = publishing;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createPlan",
            summary = "Draft a plan",
            description =
                    "422 `product-unknown` when there is no such product; 409 `key-taken` when another plan has its"
                            + " key.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PlanView.class)))
    public RestResponse<PlanView> create(@Valid @NotNull PlanRequest request) {
        var plan = publishing.draft(request);
        return Answer.created(PlanView.of(plan), "/plans/" + plan.id, plan.version);
    }

    @GET
    @Operation(
            operationId = "listPlans",
            summary = "List plans",
            description = "In the order they were drafted, page by page.")
    public RestResponse<Page<PlanView>> list(
            @Parameter(description = "Only plans of this product") @QueryParam("productId") @Nullable UUID productId,
            @Parameter(description = "Only plans of this status") @QueryParam("status") @Nullable PlanStatus status,
            @BeanParam PageRequest page) {
        var found = publishing.list(page.after(LIST), page.count(), productId, status);
        return page.respond(LIST, found, PlanView::of, plan -> plan.id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPlan", summary = "Read a plan", description = "With its ETag.")
    public RestResponse<PlanView> get(@PathParam("id") UUID id) {
        return answer(publishing.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changePlan",
            summary = "Change a draft plan",
            description = "JSON merge patch (RFC 7396): what is left out stays, null removes. 409 `plan-published`"
                    + " once it is published.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = PlanChange.class),
                            examples =
                                    @ExampleObject(
                                            name = "cheaper",
                                            value = "{\"price\":{\"amount\":\"19.90\",\"currency\":\"EUR\"}}")))
    public RestResponse<PlanView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(publishing.change(id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/publications")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "publishPlan",
            summary = "Publish a plan",
            description =
                    "From then on it can be subscribed to and never changes. 409 `product-not-active` while its product"
                            + " is an idea, `plan-published` when it already is.")
    @APIResponse(
            responseCode = "200",
            description = "Published",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PlanView.class)))
    public RestResponse<PlanView> publish(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(publishing.publish(id, ifMatch));
    }

    private static RestResponse<PlanView> answer(Plan plan) {
        return Answer.ok(PlanView.of(plan), plan.version);
    }
}

package dev.rivulet.catalog.plan;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.plan.domain.PlanStatus;
import dev.rivulet.catalog.plan.domain.RolloutPolicy;
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
import java.time.LocalDate;
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

    private final PlanDrafting drafting;
    private final PlanPublishing publishing;
    private final PlanReading reading;

    PlanResource(PlanDrafting drafting, PlanPublishing publishing, PlanReading reading) {
        this.drafting = drafting;
        this.publishing = publishing;
        this.reading = reading;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createPlan",
            summary = "Draft a plan",
            description =
                    "422 `product-unknown`, or for an add-on `plan-unknown`, `add-on-chain` when its plan is one itself"
                            + " and `add-on-currency`; 409 `key-taken` when another plan has its key; 400"
                            + " `entitlement-repeated`, `entitlement-unlimited`, `amount-negative`.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PlanView.class)))
    public RestResponse<PlanView> create(@Valid @NotNull PlanRequest request) {
        var plan = drafting.draft(request);
        return Answer.created(PlanView.of(plan), "/plans/" + plan.id, plan.version);
    }

    @GET
    @Operation(
            operationId = "listPlans",
            summary = "List plans",
            description = "In the order they were drafted, page by page.")
    public RestResponse<Page<PlanView>> list(
            @Parameter(description = "Only plans of this product") @QueryParam("productId") @Nullable UUID productId,
            @Parameter(description = "Only add-ons of this plan") @QueryParam("addOnOf") @Nullable UUID addOnOf,
            @Parameter(description = "Only plans of this status") @QueryParam("status") @Nullable PlanStatus status,
            @BeanParam PageRequest page) {
        var filter = new PlanRepository.Filter(productId, addOnOf, status);
        var found = drafting.list(page.after(LIST), page.count(), filter);
        return page.respond(LIST, found, PlanView::of, plan -> plan.id);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getPlan",
            summary = "Read a plan",
            description = "With its ETag, and the terms of the version that is sold; of a draft, those it has so far.")
    public RestResponse<PlanView> get(@PathParam("id") UUID id) {
        var plan = reading.get(id);
        return Answer.ok(plan, plan.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changePlan",
            summary = "Change a draft plan",
            description = "JSON merge patch (RFC 7396): what is left out stays, null removes, a list is replaced whole."
                    + " 409 `plan-published` once it is published: then a next version is drafted. 422"
                    + " `add-on-currency`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = Terms.class),
                            examples =
                                    @ExampleObject(
                                            name = "cheaper",
                                            value = "{\"price\":{\"amount\":\"19.90\",\"currency\":\"EUR\"}}")))
    public RestResponse<PlanView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(drafting.change(id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/publications")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "publishPlan",
            summary = "Publish the draft of a plan",
            description =
                    "From then on it can be subscribed to and never changes; the version before it is superseded, and"
                            + " the rollout says what that means for those who subscribed to it. 409"
                            + " `product-not-active`, `plan-published` when nothing is drafted, `plan-retired`,"
                            + " `base-plan-not-published` and `add-on-currency` for an add-on; 422 `rollout-in-past`;"
                            + " 400 `rollout-from-unneeded`.")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublicationRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "at-renewal",
                                            value = "{\"rollout\":{\"policy\":\"AT_RENEWAL\"}}")))
    @APIResponse(
            responseCode = "200",
            description = "Published",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = PlanView.class)))
    public RestResponse<PlanView> publish(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @Nullable PublicationRequest request) {
        return answer(publishing.publish(id, ifMatch, request == null ? null : request.rollout()));
    }

    @GET
    @Path("/{id}/publication-previews")
    @Operation(
            operationId = "previewPlanPublication",
            summary = "See what publishing the draft would do",
            description =
                    "How many subscribe, and what the month's recurring revenue is before and after, by currency and by"
                            + " the terms they are on. Who pays something else than the list price is priced again for each"
                            + " buyer when the version reaches them: they are counted apart. Prices besides the plan's"
                            + " own that have begun since are not foreseen. Changes nothing. 409 `plan-published` when nothing is drafted,"
                            + " `plan-retired`; 422 `rollout-in-past`; 400 `rollout-from-unneeded`.")
    public PublicationPreview preview(
            @PathParam("id") UUID id,
            @Parameter(description = "The rollout to try; NEW_ONLY when left out") @QueryParam("policy") @Nullable
                    RolloutPolicy policy,
            @Parameter(description = "The day of FROM", example = "2026-04-01") @QueryParam("from") @Nullable
                    LocalDate from) {
        return publishing.preview(id, new Rollout(policy == null ? RolloutPolicy.NEW_ONLY : policy, from));
    }

    private static RestResponse<PlanView> answer(Plan plan) {
        return Answer.ok(PlanView.of(plan), plan.version);
    }
}

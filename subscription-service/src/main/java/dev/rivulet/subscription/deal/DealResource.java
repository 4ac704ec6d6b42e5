package dev.rivulet.subscription.deal;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.PARTNER;
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
import jakarta.transaction.Transactional;
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
import java.util.List;
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

/** Deals. */
@Path("/deals")
@Tag(name = "Deals", description = "Sales that may come about, from qualified to won or lost")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS, PARTNER})
public class DealResource {

    private final Deals deals;
    private final DealSubscriptions sold;

    DealResource(Deals deals, DealSubscriptions sold) {
        this.deals = deals;
        this.sold = sold;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "openDeal",
            summary = "Open a deal",
            description =
                    "As QUALIFIED, with an existing customer or a prospect. The proposition's version and benefit are"
                            + " pinned. With an approved registration the deal is its partner's; without one 409"
                            + " customer-protected-by refuses a customer that a partner's approval protects. 409"
                            + " registration-used; 400 customer-choice, amount-negative; 422 account-unknown,"
                            + " product-not-offered, plan-not-published, plan-of-another-product, proposition-not-approved,"
                            + " proposition-of-another-product, currency-mismatch, registration-not-approved,"
                            + " registration-other-product.")
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DealView.class)))
    public RestResponse<DealView> open(@Valid @NotNull DealRequest request) {
        var deal = deals.open(request);
        return Answer.created(deal, "/deals/" + deal.id(), deal.version());
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listDeals",
            summary = "List deals",
            description =
                    "Page by page; a partner's token sees its own. 400 sort-needs-currency when amounts of several"
                            + " currencies were to be compared.")
    public RestResponse<Page<DealView>> list(
            @BeanParam DealFilter filter,
            @QueryParam("sort")
                    @Parameter(description = "The order; a minus turns it round", example = "-expectedAmount")
                    @Schema(
                            enumeration = {
                                "openedAt",
                                "-openedAt",
                                "expectedClose",
                                "-expectedClose",
                                "expectedAmount",
                                "-expectedAmount"
                            },
                            defaultValue = "openedAt")
                    @Nullable
                    String sort,
            @BeanParam PageRequest page) {
        var order = DealOrder.of(sort);
        var found = deals.list(filter, order, page.place(order.list()), page.count());
        var subscriptions = sold.byDeal(found.stream().map(deal -> deal.id).toList());
        return page.respondAt(
                order.list(),
                found,
                deal -> DealView.of(deal, subscriptions.getOrDefault(deal.id, List.of())),
                order::place);
    }

    @GET
    @Path("/pipeline")
    @Operation(
            operationId = "getDealPipeline",
            summary = "Read what the open deals are expected to bring",
            description =
                    "How many, how much and how much weighted, by stage and currency; with the filters of the list.")
    public PipelineView pipeline(@BeanParam DealFilter filter) {
        return PipelineView.of(deals.pipeline(filter));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getDeal",
            summary = "Read a deal",
            description = "With its ETag, which a change must name, and what it led to.")
    public RestResponse<DealView> get(
            @PathParam("id") @Parameter(description = "The deal", example = "0197a3f6-1a2b-7c3d-8e4f-5a6b7c8d9e01")
                    UUID id) {
        return answer(deals.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changeDeal",
            summary = "Change an open deal",
            description =
                    "JSON merge patch (RFC 7396). With other lines or another currency the quote can be accepted no"
                            + " longer. 409 deal-decided; 422 as when it was opened.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = DealChange.class),
                            examples = @ExampleObject(name = "postpone", value = "{\"expectedClose\":\"2026-06-30\"}")))
    public RestResponse<DealView> change(
            @PathParam("id") @Parameter(description = "The deal", example = "0197a3f6-1a2b-7c3d-8e4f-5a6b7c8d9e01")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @NotNull JsonNode patch) {
        return answer(deals.change(id, ifMatch, patch));
    }

    private static RestResponse<DealView> answer(DealView deal) {
        return Answer.ok(deal, deal.version());
    }
}

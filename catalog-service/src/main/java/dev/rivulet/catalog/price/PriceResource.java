package dev.rivulet.catalog.price;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
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

/** Prices over HTTP. */
@Path("/prices")
@Tag(name = "Prices", description = "What the components of a plan cost, for whom and when")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class PriceResource {

    private static final String LIST = "prices";

    private final Pricing pricing;

    PriceResource(Pricing pricing) {
        this.pricing = pricing;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createPrice",
            summary = "Record a price",
            description = "For a component of a plan, from a day on; a day to come makes it a scheduled change. 409"
                    + " `price-overlap` with the other's id when there is a price for the same component, currency, book"
                    + " and quantities on one of its days; 422 `plan-unknown`, `price-book-unknown`,"
                    + " `price-book-currency` when the book is for another currency; 400 `terms-foreign` for terms of"
                    + " another kind, `tiers-order`, `rating-kind`, `package-size`, `amount-negative`, `validity-empty`,"
                    + " `quantity-order`.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PriceRequest.class),
                            examples = {
                                @ExampleObject(
                                        name = "seats in tiers",
                                        value = "{\"planId\":\"019b2f71-9c3e-7f42-b1d6-0a8e4c7d2f13\",\"component\":"
                                                + "\"seat\",\"currency\":\"EUR\",\"validFrom\":\"2026-01-01\",\"terms\":"
                                                + "{\"model\":\"GRADUATED\",\"tiers\":[{\"upTo\":\"10\",\"unitPrice\":"
                                                + "\"9.90\"},{\"unitPrice\":\"7.90\"}]}}"),
                                @ExampleObject(
                                        name = "usage in packages",
                                        value = "{\"planId\":\"019b2f71-9c3e-7f42-b1d6-0a8e4c7d2f13\",\"component\":"
                                                + "\"calls\",\"currency\":\"EUR\",\"validFrom\":\"2026-01-01\",\"terms\":"
                                                + "{\"model\":\"USAGE\",\"metric\":\"api-calls\",\"rating\":\"PACKAGE\","
                                                + "\"packageSize\":\"100\",\"amount\":\"2.95\"}}")
                            }))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PriceView.class)))
    public RestResponse<PriceView> create(@Valid @NotNull PriceRequest request) {
        var price = pricing.record(request);
        return Answer.created(price, "/prices/" + price.id(), price.version());
    }

    @GET
    @Operation(
            operationId = "listPrices",
            summary = "List prices",
            description = "In the order they were recorded, page by page; those of published plans among them, which"
                    + " name their plan's version. With both `validOn` and `asOf` it is what was thought then of that"
                    + " day. 422 `as-of-future`.")
    public RestResponse<Page<PriceView>> list(
            @Parameter(description = "Only prices of this plan") @QueryParam("planId") @Nullable UUID planId,
            @Parameter(description = "Only prices in this book") @QueryParam("priceBookId") @Nullable UUID priceBookId,
            @Parameter(description = "Only prices that hold on this day") @QueryParam("validOn") @Nullable
                    LocalDate validOn,
            @Parameter(description = "As they were recorded then") @QueryParam("asOf") @Nullable Instant asOf,
            @BeanParam PageRequest page) {
        var found = pricing.list(page.after(LIST), page.count(), planId, priceBookId, validOn, asOf);
        return page.respond(LIST, found, price -> price, PriceView::id);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getPrice",
            summary = "Read a price",
            description = "With its ETag. 404 when it was not recorded then, or not any more; 422 `as-of-future`.")
    public RestResponse<PriceView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded then") @QueryParam("asOf") @Nullable Instant asOf) {
        return answer(pricing.get(id, asOf));
    }

    @POST
    @Path("/{id}/ends")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "endPrice",
            summary = "Give a price another end",
            description = "Earlier, later, or none. 409 `price-ended` when the end it has is past, `price-overlap` with"
                    + " the id of the price it would run into, `price-of-plan` for the list price of a plan, which its"
                    + " next version changes; 422 `validity-empty` for a day not after its first.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PriceView.class)))
    public RestResponse<PriceView> end(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull EndRequest request) {
        return answer(pricing.end(id, ifMatch, request.validTo()));
    }

    @POST
    @Path("/{id}/corrections")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "correctPrice",
            summary = "Correct a price",
            description = "For all its days, past ones too: it was wrong from the start. What was quoted before stays"
                    + " readable by its `asOf`. A change from some day on is no correction: end this price and record"
                    + " another. 409 `price-of-plan`; 400 as for a new price.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PriceView.class)))
    public RestResponse<PriceView> correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull CorrectionRequest request) {
        return answer(pricing.correct(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/withdrawals")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "withdrawPrice",
            summary = "Withdraw a price",
            description = "It should never have been; from now on only reads with an earlier `asOf` know it. 409"
                    + " `price-of-plan`.")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn, as it stood",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PriceView.class)))
    public RestResponse<PriceView> withdraw(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return RestResponse.ok(pricing.withdraw(id, ifMatch));
    }

    private static RestResponse<PriceView> answer(PriceView price) {
        return Answer.ok(price, price.version());
    }
}

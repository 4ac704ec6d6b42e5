package dev.rivulet.catalog.price;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Quotes over HTTP. They create nothing; POST because a question has a body. */
@Path("")
@Tag(name = "Price quotes", description = "What it costs, and why")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class PriceQuoteResource {

    private final Quoting quoting;
    private final Simulating simulating;

    PriceQuoteResource(Quoting quoting, Simulating simulating) {
        this.quoting = quoting;
        this.simulating = simulating;
    }

    @POST
    @Path("/price-quotes")
    @Operation(
            operationId = "quotePrice",
            summary = "Ask for a price",
            description =
                    "The price of each component of a plan: of the prices that hold on the day, in the currency, for"
                            + " the quantity and the buyer, that of the book which names the buyer most closely. Every other"
                            + " candidate is listed with the reasons it lost. That there is no price is an answer too: `outcome`"
                            + " NO_PRICE with its `reason`. 422 `plan-unknown`, `as-of-future`, `amount-too-large`; 400"
                            + " `partner-tier-channel`.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PriceQuoteRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "25 seats by a gold partner in Germany",
                                            value = "{\"planId\":\"019b2f71-9c3e-7f42-b1d6-0a8e4c7d2f13\",\"quantity\":"
                                                    + "\"25\",\"channel\":\"PARTNER\",\"partnerTier\":\"gold\",\"country\":"
                                                    + "\"DE\",\"currency\":\"EUR\",\"date\":\"2026-01-15\"}")))
    @APIResponse(
            responseCode = "200",
            description = "A price, or why there is none",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PriceQuoteView.class)))
    public PriceQuoteView quote(@Valid @NotNull PriceQuoteRequest request) {
        return quoting.quote(request);
    }

    @POST
    @Path("/price-simulations")
    @Operation(
            operationId = "simulatePrices",
            summary = "Compare prices",
            description = "The same purchase by several plans, for the buyers of several price books, in several"
                    + " quantities: a table with the ratio to the cheapest. 422 `plan-unknown`, `price-book-unknown`,"
                    + " `as-of-future`; 400 `simulation-too-large` above 400 rows.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SimulationRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "two plans at three sizes",
                                            value = "{\"planIds\":[\"019b2f71-9c3e-7f42-b1d6-0a8e4c7d2f13\","
                                                    + "\"019b2f72-1a2b-7c3d-8e4f-5a6b7c8d9e0f\"],\"quantities\":[\"1\",\"10\","
                                                    + "\"100\"],\"currency\":\"EUR\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The comparison",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SimulationView.class)))
    public SimulationView simulate(@Valid @NotNull SimulationRequest request) {
        return simulating.simulate(request);
    }
}

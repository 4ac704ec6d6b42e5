package dev.rivulet.subscription.deal;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.PARTNER;
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
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Prices named to customers. */
@Path("/deals/{id}/quotes")
@Tag(name = "Deals", description = "Sales that may come about, from qualified to won or lost")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS, PARTNER})
public class QuoteResource {

    private static final String LIST = "quotes";

    private final Quoting quoting;

    QuoteResource(Quoting quoting) {
        this.quoting = quoting;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "quoteDeal",
            summary = "Quote a deal's lines",
            description = "Pins each plan's version and price. The quote before can be accepted no longer. 409"
                    + " deal-decided, deal-without-lines, quote-plan-not-published, quote-currency; 422"
                    + " valid-until-range.")
    @APIResponse(
            responseCode = "201",
            description = "Quoted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = QuoteView.class)))
    public RestResponse<QuoteView> quote(
            @PathParam("id") @Parameter(description = "The deal", example = "0197a3f6-1a2b-7c3d-8e4f-5a6b7c8d9e01")
                    UUID id,
            @Valid @NotNull QuoteRequest request) {
        var quote = quoting.quote(id, request);
        return Answer.created(quote, "/deals/" + id + "/quotes/" + quote.id());
    }

    @GET
    @Operation(
            operationId = "listDealQuotes",
            summary = "List a deal's quotes, oldest first",
            description = "Page by page.")
    public RestResponse<Page<QuoteView>> list(
            @PathParam("id") @Parameter(description = "The deal", example = "0197a3f6-1a2b-7c3d-8e4f-5a6b7c8d9e01")
                    UUID id,
            @BeanParam PageRequest page) {
        return page.respond(LIST, quoting.list(id, page.after(LIST), page.count()), Function.identity(), QuoteView::id);
    }

    @GET
    @Path("/{quoteId}")
    @Operation(operationId = "getDealQuote", summary = "Read a quote", description = "As it was named; never changed.")
    public QuoteView get(
            @PathParam("id") @Parameter(description = "The deal", example = "0197a3f6-1a2b-7c3d-8e4f-5a6b7c8d9e01")
                    UUID id,
            @PathParam("quoteId")
                    @Parameter(description = "The quote", example = "0197a3f6-2b3c-7d4e-8f5a-6b7c8d9e0f02")
                    UUID quoteId) {
        return quoting.get(id, quoteId);
    }
}

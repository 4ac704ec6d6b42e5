package dev.rivulet.subscription.tax;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Rates of tax. */
@Path("/tax-rates")
@Tag(name = "Tax rates", description = "Rates of tax by code, each from a day on, never changed")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class TaxRateResource {

    private final TaxRates rates;

    TaxRateResource(TaxRates rates) {
        this.rates = rates;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "addTaxRate",
            summary = "Add a rate, or let another follow it",
            description =
                    "A later rate of the same code ends the one before on its first day: 422 tax-rate-order when it"
                            + " would not come after it. A code may also combine rates that are owed together, as those of a country"
                            + " and its province; whatever names the code then owes each of them. 422 tax-percent-or-components,"
                            + " tax-code-unknown, tax-component-twice, tax-rate-combined or tax-rate-mixed at the field.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TaxRateView.class)),
            headers = @Header(name = "Location", description = "The rate", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<TaxRateView> add(@Valid @NotNull TaxRateRequest request) {
        var rate = rates.add(request);
        return Answer.created(rate, "/tax-rates/" + rate.id());
    }

    @GET
    @Operation(
            operationId = "listTaxRates",
            summary = "List rates, in the order they were added",
            description = "Page by page; nextCursor and the Link header lead on.")
    public RestResponse<Page<TaxRateView>> list(@BeanParam PageRequest page) {
        return page.respond(
                "tax-rates", rates.list(page.after("tax-rates"), page.count()), Function.identity(), TaxRateView::id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTaxRate", summary = "Read a rate", description = "With the days on which it holds.")
    public TaxRateView get(
            @PathParam("id") @Parameter(description = "The rate", example = "0197a3f4-0d3e-7a10-8d74-8b3b2e8d9c33")
                    UUID id) {
        return rates.get(id);
    }
}

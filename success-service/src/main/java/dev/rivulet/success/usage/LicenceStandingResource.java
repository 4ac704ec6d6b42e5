package dev.rivulet.success.usage;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Roles;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.customer.Customers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where money lies idle. */
@Path("/metrics/licences")
@Tag(name = "Licences", description = "Seats bought, assigned and used")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class LicenceStandingResource {

    private static final String LIST = "licences";

    private final LicenceStandings standings;
    private final Customers customers;
    private final Portfolio portfolio;

    LicenceStandingResource(LicenceStandings standings, Customers customers, Portfolio portfolio) {
        this.standings = standings;
        this.customers = customers;
        this.portfolio = portfolio;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listLicenceStandings",
            summary = "Rank customers by the money that lies idle in their seats",
            description =
                    "Currency by currency, the most idle money first; a customer who pays in two currencies is in"
                            + " both. A standing follows usage and subscriptions within seconds, and the customer's local date.")
    public RestResponse<Page<LicenceStandingView>> list(
            @QueryParam("currency")
                    @Parameter(description = "Only this one, by its ISO 4217 code", example = "EUR")
                    @Pattern(regexp = "[A-Z]{3}", message = "{currency-code}")
                    @Nullable
                    String currency,
            @BeanParam PageRequest page) {
        var found = standings.page(portfolio.accounts().orElse(null), currency, page.place(LIST), page.count());
        var names = customers.names(
                found.stream().map(LicenceStandingView::accountId).toList());
        return page.respondAt(
                LIST,
                found,
                standing -> standing.named(names.get(standing.accountId())),
                standing -> List.of(
                        standing.idleMoney().currency().getCurrencyCode(),
                        standing.idleMoney().minor(),
                        standing.accountId()));
    }
}

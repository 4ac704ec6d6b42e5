package dev.rivulet.success.score;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Customers by their scores. */
@Path("/scores")
@Tag(name = "Score")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class RiskResource {

    private final RiskList risks;

    RiskResource(RiskList risks) {
        this.risks = risks;
    }

    /** The money at risk. */
    @GET
    @Operation(
            operationId = "listScores",
            summary = "Customers by their scores, with the money at risk",
            description =
                    "Customers without a score are left out. Money is monthly recurring revenue, and sorted within"
                            + " one currency only. 400 score-range, sort-unknown, currency-needed, currency-unknown,"
                            + " cursor-invalid.")
    public RestResponse<Page<RiskView>> list(
            @Parameter(description = "Only scores below this, 0 to 100", example = "50") @QueryParam("below") @Nullable
                    Integer below,
            @Parameter(
                            description = "ISO 4217; only customers who pay in it. Needed to sort by money where there"
                                    + " are several",
                            example = "EUR")
                    @QueryParam("currency")
                    @Nullable
                    String currency,
            @QueryParam("sort")
                    @Parameter(description = "The lowest score first, or the most money", example = "-mrr")
                    @Schema(
                            enumeration = {"score", "-mrr"},
                            defaultValue = "score")
                    @Nullable
                    String sort,
            @BeanParam PageRequest page) {
        var order = ScoreSort.of(sort);
        var found = risks.page(below, currency, order, page.place(order.list()), page.count());
        return page.respondAt(order.list(), found, row -> row, order::place);
    }
}

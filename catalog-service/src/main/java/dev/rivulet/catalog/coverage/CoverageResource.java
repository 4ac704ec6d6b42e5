package dev.rivulet.catalog.coverage;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The coverage matrix over HTTP. */
@Path("/coverage")
@Tag(name = "Coverage", description = "What is there to sell each product to each segment, and what is missing")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class CoverageResource {

    private static final String LIST = "coverage";
    private static final int MAX_GAPS = 200;

    private final Coverage coverage;

    CoverageResource(Coverage coverage) {
        this.coverage = coverage;
    }

    @GET
    @Operation(
            operationId = "listCoverage",
            summary = "The matrix of products and segments",
            description =
                    "A row for each product that is not retired, page by page; in it a cell for each segment, with what is there,"
                            + " what is missing, and how many deals are open.")
    public RestResponse<Page<RowView>> rows(
            @Parameter(description = "Only this column") @QueryParam("segmentId") @Nullable UUID segmentId,
            @BeanParam PageRequest page) {
        var found = coverage.rows(page.after(LIST), page.count(), segmentId);
        return page.respond(LIST, found, row -> row, RowView::productId);
    }

    @GET
    @Path("/gaps")
    @Operation(
            operationId = "listCoverageGaps",
            summary = "What is missing most urgently",
            description = "Cells with something missing: those with most open deals first, then those that lack most.")
    public List<Cell> gaps(
            @Parameter(description = "Only where this is missing") @QueryParam("asset") @Nullable Asset asset,
            @Parameter(example = "50") @Schema(minimum = "1", maximum = "200") @QueryParam("limit") @DefaultValue("50")
                    int limit) {
        if (limit < 1 || limit > MAX_GAPS) {
            throw Rejected.invalid("limit-invalid", "?limit", MAX_GAPS);
        }
        return coverage.gaps(limit, asset);
    }
}

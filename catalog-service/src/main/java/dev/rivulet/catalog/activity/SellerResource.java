package dev.rivulet.catalog.activity;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Texts;
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

/** Sellers over HTTP. */
@Path("/sellers")
@Tag(name = "Sellers", description = "The legal entities that sell, and the activities they are registered for")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class SellerResource {

    private static final String LIST = "sellers";

    private final Sellers sellers;
    private final Revenue revenue;

    SellerResource(Sellers sellers, Revenue revenue) {
        this.sellers = sellers;
        this.revenue = revenue;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createSeller",
            summary = "Add a seller",
            description = "With one main code and any additional ones of one edition. 422 `activity-edition-unknown`,"
                    + " `activity-code-unknown` for a code the edition has not, `activity-code-section` for a letter that is only a"
                    + " section, `activity-code-repeated`; 409"
                    + " `key-taken` when another seller has its key.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SellerView.class)))
    public RestResponse<SellerView> create(@Valid @NotNull SellerRequest request) {
        var seller = sellers.add(request);
        return Answer.created(SellerView.of(seller), "/sellers/" + seller.id, seller.version);
    }

    @GET
    @Operation(
            operationId = "listSellers",
            summary = "List sellers",
            description = "In the order they were added, page by page.")
    public RestResponse<Page<SellerView>> list(@BeanParam PageRequest page) {
        var found = sellers.list(page.after(LIST), page.count());
        return page.respond(LIST, found, SellerView::of, seller -> seller.id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSeller", summary = "Read a seller", description = "With its ETag.")
    public RestResponse<SellerView> get(@PathParam("id") UUID id) {
        return answer(sellers.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changeSeller",
            summary = "Change a seller",
            description = "JSON merge patch (RFC 7396): what is left out stays, a list is replaced whole. The key never"
                    + " changes; 422 as when it is added.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = SellerChange.class),
                            examples = @ExampleObject(name = "main code", value = "{\"mainCode\":\"47.91.2\"}")))
    public RestResponse<SellerView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(sellers.change(id, ifMatch, patch));
    }

    @GET
    @Path("/{id}/activity-revenue")
    @Operation(
            operationId = "getActivityRevenue",
            summary = "Read what each code of a seller brought in",
            description =
                    "By the invoices issued from a day up to another, the last year when both are left out. What is"
                            + " void or given back by a credit note counts against it on the day of that."
                            + " Warns with `main-code-not-highest` where another code than the main one, or one under it,"
                            + " brought in most. Whole invoices, tax and payment apart.")
    public RevenueView activityRevenue(
            @PathParam("id") UUID id,
            @Parameter(description = "First day", example = "2026-01-01") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = "First day no longer in it", example = "2027-01-01") @QueryParam("to") @Nullable
                    LocalDate to,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String language) {
        return revenue.of(id, from, to, Texts.forHeader(language));
    }

    private static RestResponse<SellerView> answer(Seller seller) {
        return Answer.ok(SellerView.of(seller), seller.version);
    }
}

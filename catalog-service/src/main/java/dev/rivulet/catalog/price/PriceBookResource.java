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

/** Price books over HTTP. */
@Path("/price-books")
@Tag(name = "Price books", description = "For whom prices are, and from which book they are taken")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class PriceBookResource {

    private static final String LIST = "price-books";

    private final PriceBooks books;

    PriceBookResource(PriceBooks books) {
        this.books = books;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createPriceBook",
            summary = "Add a price book",
            description =
                    "What it names of a buyer must fit; what it leaves out, fits everybody. 409 `price-book-tie` with"
                            + " the other's id when a book in use names the same, because then neither would be closer;"
                            + " 409 `key-taken`; 422 `segment-unknown`, `price-book-unknown` for its parent,"
                            + " `price-book-currency` when it differs from its parent's, `price-book-depth` under eight books;"
                            + " 400 `partner-tier-channel` for a partner tier outside channel PARTNER.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PriceBookRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "a tenth off for gold partners",
                                            value = "{\"key\":\"gold-partners\",\"channel\":\"PARTNER\","
                                                    + "\"partnerTier\":\"gold\",\"percent\":\"-10\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PriceBookView.class)))
    public RestResponse<PriceBookView> create(@Valid @NotNull PriceBookRequest request) {
        var whole = books.add(request);
        return Answer.created(whole.view(), "/price-books/" + whole.book().id, whole.book().version);
    }

    @GET
    @Operation(
            operationId = "listPriceBooks",
            summary = "List price books",
            description =
                    "In the order they were added, page by page, the retired ones among them. 422" + " `as-of-future`.")
    public RestResponse<Page<PriceBookView>> list(
            @Parameter(description = "As they were recorded then") @QueryParam("asOf") @Nullable Instant asOf,
            @BeanParam PageRequest page) {
        var found = books.list(page.after(LIST), page.count(), asOf);
        return page.respond(LIST, found, PriceBooks.Whole::view, whole -> whole.book().id);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getPriceBook",
            summary = "Read a price book",
            description = "With its ETag. 404 when it was not recorded then; 422 `as-of-future`.")
    public RestResponse<PriceBookView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "As it was recorded then") @QueryParam("asOf") @Nullable Instant asOf) {
        return answer(books.get(id, asOf));
    }

    @POST
    @Path("/{id}/adjustments")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "adjustPriceBook",
            summary = "Set a price book's percentage over its parent",
            description = "From a day on, until the next day that has one. What was quoted before stays readable by its"
                    + " `asOf`. 409 `price-book-retired`.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PriceBookView.class)))
    public RestResponse<PriceBookView> adjust(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull AdjustmentRequest request) {
        return answer(books.adjust(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/retirements")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "retirePriceBook",
            summary = "Retire a price book",
            description =
                    "It offers nothing any more, and another may be for the same buyers. 409 `price-book-not-empty`"
                            + " while it has prices that were not withdrawn, `price-book-parent` with the id of a"
                            + " book that takes prices from it, `price-book-retired`.")
    @APIResponse(
            responseCode = "200",
            description = "Retired",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PriceBookView.class)))
    public RestResponse<PriceBookView> retire(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(books.retire(id, ifMatch));
    }

    private static RestResponse<PriceBookView> answer(PriceBooks.Whole whole) {
        return Answer.ok(whole.view(), whole.book().version);
    }
}

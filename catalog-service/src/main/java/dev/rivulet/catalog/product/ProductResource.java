package dev.rivulet.catalog.product;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.catalog.product.domain.ProductStatus;
import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
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

/** Products over HTTP. */
@Path("/products")
@Tag(name = "Products", description = "What is sold: software by subscription and IT services of six kinds")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class ProductResource {

    private static final String LIST = "products";

    private final Portfolio portfolio;
    private final Lifecycle lifecycle;
    private final Traction traction;

    ProductResource(Portfolio portfolio, Lifecycle lifecycle, Traction traction) {
        this.portfolio = portfolio;
        this.lifecycle = lifecycle;
        this.traction = traction;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createProduct",
            summary = "Add a product",
            description = "A product that the company sells already is ACTIVE at once; a new one begins as an IDEA and"
                    + " is proved step by step. 409 `key-taken` when another product has its key; 422"
                    + " `criticality-not-outsourced` when a key process or architecture would be given to outsiders"
                    + " without a reason.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProductView.class)))
    public RestResponse<ProductView> create(@Valid @NotNull ProductRequest request) {
        var product = portfolio.add(request);
        return Answer.created(ProductView.of(product), "/products/" + product.id, product.version);
    }

    @GET
    @Operation(
            operationId = "listProducts",
            summary = "List products",
            description = "In the order they were added, page by page.")
    public RestResponse<Page<ProductView>> list(
            @Parameter(description = "Only products of this status") @QueryParam("status") @Nullable
                    ProductStatus status,
            @BeanParam PageRequest page) {
        var found = portfolio.list(page.after(LIST), page.count(), status);
        return page.respond(LIST, found, ProductView::of, product -> product.id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getProduct", summary = "Read a product", description = "With its ETag.")
    public RestResponse<ProductView> get(@PathParam("id") UUID id) {
        return answer(portfolio.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changeProduct",
            summary = "Change a product",
            description = "JSON merge patch (RFC 7396): what is left out stays, null removes. The key never changes."
                    + " 422 `criticality-not-outsourced`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = ProductChange.class),
                            examples = @ExampleObject(name = "rename", value = "{\"name\":\"Soft skills trainer 2\"}")))
    public RestResponse<ProductView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(portfolio.change(id, ifMatch, patch));
    }

    @GET
    @Path("/{id}/gates")
    @Operation(
            operationId = "getProductGates",
            summary = "Read what a product has to prove",
            description = "The gates of the lifecycle in their order, each with the evidence wanted and found.")
    public List<GateView> gates(@PathParam("id") UUID id) {
        return traction.gates(id).stream().map(GateView::of).toList();
    }

    @POST
    @Path("/{id}/validations")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "validateProduct",
            summary = "Take an idea to its first customers",
            description =
                    "IDEA to VALIDATING, with enough interviews or a waiver: 409 `interviews-missing` names what is wanted, `product-step` refuses any other status. A VALIDATING product stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "Validating",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProductView.class)))
    public RestResponse<ProductView> validate(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(lifecycle.advance(id, ifMatch, ProductStatus.VALIDATING));
    }

    @POST
    @Path("/{id}/activations")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "activateProduct",
            summary = "Put a product on sale",
            description =
                    "VALIDATING to ACTIVE, with enough pre-sales or a waiver: 409 `pre-sales-missing` names what is wanted, `product-step` refuses any other status. From then on its plans can be published. An ACTIVE product stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "On sale",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProductView.class)))
    public RestResponse<ProductView> activate(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(lifecycle.advance(id, ifMatch, ProductStatus.ACTIVE));
    }

    @POST
    @Path("/{id}/retirements")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "retireProduct",
            summary = "Take a product off sale",
            description =
                    "ACTIVE to RETIRED, and its plans with it; who has a subscription keeps it. 409 `product-step` refuses any other status. A RETIRED product stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "Retired",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProductView.class)))
    public RestResponse<ProductView> retire(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(lifecycle.advance(id, ifMatch, ProductStatus.RETIRED));
    }

    private static RestResponse<ProductView> answer(Product product) {
        return Answer.ok(ProductView.of(product), product.version);
    }
}

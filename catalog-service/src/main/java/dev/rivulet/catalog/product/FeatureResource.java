package dev.rivulet.catalog.product;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Features over HTTP. */
@Path("/products/{id}/features")
@Tag(name = "Products")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class FeatureResource {

    private static final String LIST = "features";

    private final Features features;

    FeatureResource(Features features) {
        this.features = features;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "addFeature",
            summary = "Name a feature of a product",
            description =
                    "Releases say which features they touch. 409 `key-taken` when the product has one of that key.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FeatureView.class)))
    public RestResponse<FeatureView> create(@PathParam("id") UUID id, @Valid @NotNull FeatureRequest request) {
        var feature = features.add(id, request);
        return Answer.created(FeatureView.of(feature), "/products/" + id + "/features");
    }

    @GET
    @Operation(
            operationId = "listFeatures",
            summary = "List the features of a product",
            description = "In the order they were named, page by page.")
    public RestResponse<Page<FeatureView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var found = features.list(id, page.after(LIST), page.count());
        return page.respond(LIST, found, FeatureView::of, feature -> feature.id);
    }
}

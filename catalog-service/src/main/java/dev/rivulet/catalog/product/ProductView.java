package dev.rivulet.catalog.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A product. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Product")
record ProductView(
        UUID id,

        @Schema(description = "Quoted, it is the ETag to change this product with")
        long version,

        @Schema(examples = "soft-skills") @Nullable String key,
        @Schema(examples = "Soft skills trainer") String name,
        ProductKind kind,
        @Nullable String description,
        ProductStatus status,
        Instant createdAt) {

    static ProductView of(Product product) {
        return new ProductView(
                product.id,
                product.version,
                product.key,
                product.name,
                product.kind,
                product.description,
                product.status,
                product.createdAt);
    }
}

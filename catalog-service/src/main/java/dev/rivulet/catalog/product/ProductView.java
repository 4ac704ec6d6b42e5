package dev.rivulet.catalog.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rivulet.catalog.product.domain.Criticality;
import dev.rivulet.catalog.product.domain.ProductKind;
import dev.rivulet.catalog.product.domain.ProductStatus;
import java.time.Instant;
import java.util.List;
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
        Criticality criticality,

        @Schema(description = "Present while it is sold against the rule that it stays inside") @Nullable
        CriticalityOverride criticalityOverride,

        @Schema(description = "What a seller must know before offering it")
        List<Warning> warnings,

        @Schema(examples = "Ten minutes a day on the phone") @Nullable
        String description,

        ProductStatus status,

        @Schema(description = "EXISTING: sold before it was in this catalog, so that it has nothing to prove")
        ProductOrigin origin,

        Instant createdAt) {

    /** A rule that is known to be broken. */
    @Schema(name = "ProductWarning")
    enum Warning {
        CRITICALITY_NOT_OUTSOURCED
    }

    static ProductView of(Product product) {
        return new ProductView(
                product.id,
                product.version,
                product.key,
                product.name,
                product.kind,
                product.criticality,
                product.override,
                product.kind.isUnwiseFor(product.criticality) ? List.of(Warning.CRITICALITY_NOT_OUTSOURCED) : List.of(),
                product.description,
                product.status,
                product.origin,
                product.createdAt);
    }
}

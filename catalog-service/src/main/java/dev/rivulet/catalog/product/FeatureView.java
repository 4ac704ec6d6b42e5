package dev.rivulet.catalog.product;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feature of a product. */
@Schema(name = "Feature")
record FeatureView(
        UUID id,
        UUID productId,
        @Schema(examples = "weekly-report") String key,
        @Schema(examples = "Weekly report to the manager") String name) {

    static FeatureView of(Feature feature) {
        return new FeatureView(feature.id, feature.productId, feature.key, feature.name);
    }
}

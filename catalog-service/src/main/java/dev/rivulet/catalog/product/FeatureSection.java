package dev.rivulet.catalog.product;

import dev.rivulet.catalog.bulk.Section;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Features of products in an export. */
@Singleton
class FeatureSection extends Section<FeatureSection.Row> {

    private final FeatureRepository features;
    private final Portfolio portfolio;

    FeatureSection(FeatureRepository features, Portfolio portfolio) {
        super("feature", 210, Row.class);
        this.features = features;
        this.portfolio = portfolio;
    }

    record Row(
            @NotNull UUID id,
            @NotNull UUID productId,
            @NotNull @Valid FeatureRequest content) {

        static Row of(Feature feature) {
            return new Row(feature.id, feature.productId, new FeatureRequest(feature.key, feature.name));
        }
    }

    @Override
    protected List<Row> rows(@Nullable Row last, int count) {
        return features.after(last == null ? new UUID(0, 0) : last.id(), count).stream()
                .map(Row::of)
                .toList();
    }

    @Override
    protected @Nullable Row find(Row row) {
        return features.findByIdOptional(row.id()).map(Row::of).orElse(null);
    }

    @Override
    protected void put(Row row, @Nullable Row standing) {
        var content = row.content();
        if (standing != null) {
            requireSame(standing.productId(), row.productId(), "/productId");
            requireSame(standing.content().key(), content.key(), "/content/key");
            features.findById(row.id()).name = content.name();
            return;
        }
        if (!portfolio.has(row.productId())) {
            throw Rejected.unprocessable("product-unknown", "/productId", row.productId());
        }
        if (!features.named(row.productId(), List.of(content.key())).isEmpty()) {
            throw Rejected.conflict("key-taken", content.key());
        }
        var feature = new Feature();
        feature.productId = row.productId();
        feature.key = content.key();
        feature.name = content.name();
        adopt(features.getEntityManager(), "product_feature", feature, row.id());
    }
}

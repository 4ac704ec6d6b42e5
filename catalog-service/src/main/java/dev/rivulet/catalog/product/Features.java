package dev.rivulet.catalog.product;

import static java.util.stream.Collectors.toSet;

import dev.rivulet.kit.problem.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Names what products can do. */
@ApplicationScoped
@Transactional
public class Features {

    private final Portfolio portfolio;
    private final FeatureRepository features;

    Features(Portfolio portfolio, FeatureRepository features) {
        this.portfolio = portfolio;
        this.features = features;
    }

    /** Those of the keys that are features of the product. */
    public Set<String> known(UUID product, Collection<String> keys) {
        return features.named(product, keys).stream()
                .map(feature -> feature.key)
                .collect(toSet());
    }

    Feature add(UUID product, FeatureRequest request) {
        var feature = new Feature();
        feature.productId = portfolio.get(product).id;
        feature.key = request.key();
        feature.name = request.name();
        try {
            features.persistAndFlush(feature);
        } catch (ConstraintViolationException taken) {
            throw Rejected.conflict("key-taken", request.key());
        }
        return feature;
    }

    List<Feature> list(UUID product, UUID after, int count) {
        return features.after(portfolio.get(product).id, after, count);
    }
}

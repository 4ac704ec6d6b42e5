package dev.rivulet.catalog.coverage;

import dev.rivulet.catalog.plan.Plans;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.BiPredicate;

@Singleton
class PriceSource implements CoverageSource {

    private final Plans plans;

    PriceSource(Plans plans) {
        this.plans = plans;
    }

    @Override
    public Asset asset() {
        return Asset.PRICE;
    }

    @Override
    public BiPredicate<UUID, UUID> covered() {
        var products = plans.pricedProducts();
        return (product, segment) -> products.contains(product);
    }
}

package dev.rivulet.catalog.coverage;

import dev.rivulet.catalog.competitor.Battlecards;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.BiPredicate;

@Singleton
class BattlecardSource implements CoverageSource {

    private final Battlecards cards;

    BattlecardSource(Battlecards cards) {
        this.cards = cards;
    }

    @Override
    public Asset asset() {
        return Asset.BATTLECARD;
    }

    @Override
    public BiPredicate<UUID, UUID> covered() {
        var products = cards.productsWithCurrent();
        return (product, segment) -> products.contains(product);
    }
}

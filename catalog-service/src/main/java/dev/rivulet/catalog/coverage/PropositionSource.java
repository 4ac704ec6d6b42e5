package dev.rivulet.catalog.coverage;

import dev.rivulet.catalog.proposition.ApprovedPropositions;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.BiPredicate;

@Singleton
class PropositionSource implements CoverageSource {

    private final ApprovedPropositions propositions;

    PropositionSource(ApprovedPropositions propositions) {
        this.propositions = propositions;
    }

    @Override
    public Asset asset() {
        return Asset.PROPOSITION;
    }

    @Override
    public BiPredicate<UUID, UUID> covered() {
        var places = propositions.places();
        return (product, segment) -> places.contains(new ApprovedPropositions.Place(product, segment));
    }
}

package dev.rivulet.catalog.proposition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What other features ask of propositions: where there is an approved one. */
@ApplicationScoped
@Transactional
public class ApprovedPropositions {

    /** A product for a segment. */
    public record Place(UUID productId, UUID segmentId) {}

    private final PropositionRepository propositions;

    ApprovedPropositions(PropositionRepository propositions) {
        this.propositions = propositions;
    }

    /** Every product and segment with an approved proposition, in whatever language. */
    public Set<Place> places() {
        return new HashSet<>(propositions
                .getEntityManager()
                .createQuery(
                        "select distinct productId, segmentId from Proposition where status = :approved", Place.class)
                .setParameter("approved", PropositionStatus.APPROVED)
                .getResultList());
    }
}

package dev.rivulet.catalog.proposition;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Shows, beside propositions, what customers said of their promises. */
@ApplicationScoped
@Transactional
class EvidenceBoard {

    private static final int LATEST = 5;

    private final EvidenceRepository evidence;

    EvidenceBoard(EvidenceRepository evidence) {
        this.evidence = evidence;
    }

    EvidenceView of(UUID proposition) {
        return EvidenceView.of(evidence.tallies(List.of(proposition)), evidence.latest(List.of(proposition), LATEST));
    }

    /** For a page of propositions with two queries in all. */
    Function<UUID, EvidenceView> of(Collection<UUID> propositions) {
        var tallies = evidence.tallies(propositions).stream().collect(groupingBy(tally -> tally.propositionId()));
        var latest = evidence.latest(propositions, LATEST).stream().collect(groupingBy(entry -> entry.propositionId));
        return id -> EvidenceView.of(tallies.getOrDefault(id, List.of()), latest.getOrDefault(id, List.of()));
    }
}

package dev.rivulet.catalog.proposition;

import static java.util.stream.Collectors.joining;

import dev.rivulet.catalog.events.PropositionChanged;
import dev.rivulet.catalog.search.SearchIndex;
import dev.rivulet.kit.outbox.Outbox;
import jakarta.inject.Singleton;

/** Tells the other services how a proposition stands. */
@Singleton
class PropositionNews {

    private final PropositionRepository propositions;
    private final Outbox outbox;
    private final SearchIndex search;

    PropositionNews(PropositionRepository propositions, Outbox outbox, SearchIndex search) {
        this.propositions = propositions;
        this.outbox = outbox;
        this.search = search;
    }

    /** Writes the changes so far, which gives them their version, and tells them. */
    Proposition announced(Proposition proposition) {
        propositions.flush();
        findable(proposition);
        var benefit = proposition.benefit;
        outbox.publish(
                PropositionChanged.TYPE,
                proposition.id,
                proposition.version,
                new PropositionChanged(
                        proposition.id,
                        proposition.lineId,
                        proposition.productId,
                        proposition.segmentId,
                        proposition.locale,
                        proposition.status.name(),
                        proposition.propositionVersion,
                        proposition.role == null ? null : proposition.role.name(),
                        proposition.oneLiner,
                        new PropositionChanged.Benefit(
                                benefit.metric(),
                                benefit.unit(),
                                benefit.baseline().toPlainString(),
                                benefit.target().toPlainString(),
                                benefit.withinDays())));
        return proposition;
    }

    /** What is promised or prepared can be found; what another version stands for now, only by that. */
    private void findable(Proposition proposition) {
        if (proposition.status == PropositionStatus.SUPERSEDED) {
            search.remove(proposition.id);
            return;
        }
        search.put(
                "value-proposition",
                proposition.id,
                proposition.oneLiner,
                String.join("\n", proposition.pains),
                String.join("\n", proposition.needs),
                proposition.solution,
                proposition.arguments.stream().map(Argument::text).collect(joining("\n")),
                String.join("\n", proposition.proof));
    }
}

package dev.rivulet.catalog.proposition;

import dev.rivulet.catalog.events.PropositionChanged;
import dev.rivulet.kit.outbox.Outbox;
import jakarta.inject.Singleton;

/** Tells the other services how a proposition stands. */
@Singleton
class PropositionNews {

    private final PropositionRepository propositions;
    private final Outbox outbox;

    PropositionNews(PropositionRepository propositions, Outbox outbox) {
        this.propositions = propositions;
        this.outbox = outbox;
    }

    /** Writes the changes so far, which gives them their version, and tells them. */
    Proposition announced(Proposition proposition) {
        propositions.flush();
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
}

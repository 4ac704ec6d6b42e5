package dev.rivulet.subscription.deal.domain;

import java.util.Set;

/** Where a deal stands; one step after the other, and lost from wherever it is open. */
public enum DealStage {
    /** There is a problem, somebody who has it, and money. */
    QUALIFIED,
    /** The customer has a quote. */
    PROPOSED,
    NEGOTIATION,
    /** Signature and payment are near: the success manager joins. */
    CONTRACTING,
    WON,
    LOST;

    /** What may come next. */
    public Set<DealStage> next() {
        return switch (this) {
            case QUALIFIED -> Set.of(PROPOSED, LOST);
            case PROPOSED -> Set.of(NEGOTIATION, LOST);
            case NEGOTIATION -> Set.of(CONTRACTING, LOST);
            case CONTRACTING -> Set.of(WON, LOST);
            case WON, LOST -> Set.of();
        };
    }

    public boolean mayBecome(DealStage stage) {
        return next().contains(stage);
    }

    public boolean isOpen() {
        return !next().isEmpty();
    }

    /** Of a hundred deals that stand here, so many are expected to be won; for the weighted pipeline. */
    public int weightPercent() {
        return switch (this) {
            case QUALIFIED -> 10;
            case PROPOSED -> 30;
            case NEGOTIATION -> 50;
            case CONTRACTING -> 80;
            case WON -> 100;
            case LOST -> 0;
        };
    }
}

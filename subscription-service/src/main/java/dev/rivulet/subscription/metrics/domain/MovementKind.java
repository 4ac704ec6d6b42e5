package dev.rivulet.subscription.metrics.domain;

/** What a change of a customer's recurring revenue means. */
public enum MovementKind {
    /** The customer's first revenue ever. */
    NEW,
    EXPANSION,
    CONTRACTION,
    /** Nothing is left: the customer's last subscription ended. */
    CHURN,
    /** Revenue again after none. */
    REACTIVATION;

    /**
     * Names a part of a move.
     *
     * @param before the customer's revenue before the whole move, never negative
     * @param after its revenue after the whole move, never negative
     * @param change of this part, not zero
     * @param first whether the customer never had a movement
     */
    public static MovementKind of(long before, long after, long change, boolean first) {
        if (change == 0 || before < 0 || after < 0 || (first && before != 0)) {
            throw new IllegalArgumentException("no movement from " + before + " to " + after + " by " + change);
        }
        if (change < 0) {
            return after == 0 ? CHURN : CONTRACTION;
        }
        if (before > 0) {
            return EXPANSION;
        }
        return first ? NEW : REACTIVATION;
    }
}

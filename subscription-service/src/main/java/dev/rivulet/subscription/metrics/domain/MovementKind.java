package dev.rivulet.subscription.metrics.domain;

/** What a change of an account's recurring revenue means. */
public enum MovementKind {
    /** The account's first revenue ever. */
    NEW,
    EXPANSION,
    CONTRACTION,
    /** Nothing is left: the account's last subscription ended. */
    CHURN,
    /** Revenue again after none. */
    REACTIVATION;

    /**
     * Names a movement.
     *
     * @param before revenue before it, never negative
     * @param change what is added, not zero
     * @param first whether the account never had a movement
     */
    public static MovementKind of(long before, long change, boolean first) {
        var after = Math.addExact(before, change);
        if (change == 0 || before < 0 || after < 0 || (first && before != 0)) {
            throw new IllegalArgumentException("no movement from " + before + " by " + change);
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

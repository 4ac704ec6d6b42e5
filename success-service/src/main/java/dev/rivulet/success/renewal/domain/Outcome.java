package dev.rivulet.success.renewal.domain;

/** How a renewal came out, by the subscription's monthly recurring revenue 30 days before and on the day itself. */
public enum Outcome {
    RENEWED,
    EXPANDED,
    CONTRACTED,
    LOST,
    /** It had no revenue before: in a pause, or begun less than 30 days ago. There was nothing to keep. */
    NOTHING_DUE;

    /** By amounts in minor units of one currency. */
    public static Outcome of(long before, long after) {
        if (before <= 0) {
            return NOTHING_DUE;
        }
        if (after <= 0) {
            return LOST;
        }
        return after < before ? CONTRACTED : after > before ? EXPANDED : RENEWED;
    }

    /** Whether the customer stayed, with more or less. */
    public boolean isKept() {
        return this == RENEWED || this == EXPANDED || this == CONTRACTED;
    }
}

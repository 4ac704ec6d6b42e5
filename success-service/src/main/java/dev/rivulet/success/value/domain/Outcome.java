package dev.rivulet.success.value.domain;

/** How a promise came out. */
public enum Outcome {
    /** The target was reached. */
    CONFIRMED,
    /** Better than the baseline, but short of the target. */
    PARTLY,
    /** No better than the baseline. */
    NOT_ACHIEVED
}

package dev.rivulet.success.score;

/** How a component's own unit is brought to 0 to 100. */
enum ScaleKind {
    /** A straight line between the worst and the best value, bounded by both. */
    LINEAR,
    /** A fixed value for each band. */
    BANDS
}

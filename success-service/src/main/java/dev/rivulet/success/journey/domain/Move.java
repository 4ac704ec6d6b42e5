package dev.rivulet.success.journey.domain;

/** Where a step leads. */
public sealed interface Move {

    /** To the step at an index, after whole local days. */
    record Go(int to, int afterDays) implements Move {}

    /** To the step at an index when something has happened. */
    record Await(int to, Step.Happening happening) implements Move {}

    /** The same review again, after whole local days. */
    record Extend(int days) implements Move {}

    /** The end. */
    record End(Outcome outcome) implements Move {}

    /** How a journey ends. */
    enum Outcome {
        /** What it was for is reached: the customer needs its manager no longer. */
        GRADUATED,
        /** It is not reached, and will not be extended any more. */
        NOT_READY,
        /** It has no review, and is through. */
        COMPLETED,
        /** The deal was lost. */
        LOST,
        /** Somebody stopped it. */
        STOPPED
    }
}

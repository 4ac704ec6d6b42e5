package dev.rivulet.success.score.domain;

/** Why a score has changed. */
public enum Cause {
    /** The customer does, says or pays other than before. */
    BEHAVIOUR,
    /** A component was not known before, or is no longer; with it goes what the weights of the others shifted by. */
    MISSING,
    /** An observation has aged, or a fresh one has come: it weighs other than before. */
    DECAY,
    /** Another model, or another version of it, judges. */
    MODEL
}

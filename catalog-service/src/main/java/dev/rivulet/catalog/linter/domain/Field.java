package dev.rivulet.catalog.linter.domain;

/** The parts of a proposition that have texts. */
public enum Field {
    AUDIENCE,
    ONE_LINER,
    PAINS,
    NEEDS,
    SOLUTION,
    ARGUMENTS,
    PROOF
}

package dev.rivulet.subscription.imports.domain;

/** How what is billed compares with what was expected. */
public enum Verdict {
    MATCH,
    DIFFERENT,
    /** Expected, and not billed. */
    MISSING,
    /** Billed, and not expected. */
    UNEXPECTED
}

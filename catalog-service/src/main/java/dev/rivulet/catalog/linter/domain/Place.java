package dev.rivulet.catalog.linter.domain;

/** Where in a text a phrase counts. */
public enum Place {
    /** As its first words. */
    START,
    FIRST_SENTENCE,
    ANYWHERE,
    /** As all its words. */
    WHOLE
}

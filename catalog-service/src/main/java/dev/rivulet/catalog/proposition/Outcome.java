package dev.rivulet.catalog.proposition;

/** What a customer confirmed of a promised benefit. */
enum Outcome {
    CONFIRMED,
    PARTLY,
    NOT_ACHIEVED
}

package dev.rivulet.catalog.casestudy;

/** How far a customer agreed that the story is told. */
enum Consent {
    NONE,
    /** To our own people only. */
    INTERNAL,
    /** To everybody, without the name. */
    ANONYMOUS,
    /** To everybody, with the name. */
    NAMED;

    boolean isPublic() {
        return this == ANONYMOUS || this == NAMED;
    }
}

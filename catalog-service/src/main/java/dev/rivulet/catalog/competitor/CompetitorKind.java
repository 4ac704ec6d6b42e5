package dev.rivulet.catalog.competitor;

/** Who is in the way of a sale. */
enum CompetitorKind {
    /** Sells something like it. */
    COMPETITOR,
    /** What is done instead: by hand, in a spreadsheet, not at all. */
    ALTERNATIVE
}

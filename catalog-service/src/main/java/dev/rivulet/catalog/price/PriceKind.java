package dev.rivulet.catalog.price;

/** The kinds of price. */
enum PriceKind {
    FLAT,
    PER_UNIT,
    GRADUATED,
    VOLUME,
    PACKAGE,
    PERCENTAGE,
    USAGE
}

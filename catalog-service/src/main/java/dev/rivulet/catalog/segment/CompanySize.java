package dev.rivulet.catalog.segment;

/** Small, medium or large; alone it is no segment. */
enum CompanySize {
    S,
    M,
    L
}

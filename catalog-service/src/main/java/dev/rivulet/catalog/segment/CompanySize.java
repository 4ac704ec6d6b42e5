package dev.rivulet.catalog.segment;

/** Small, medium or large; alone it is no segment. */
public enum CompanySize {
    S,
    M,
    L
}

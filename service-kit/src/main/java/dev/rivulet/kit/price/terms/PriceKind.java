package dev.rivulet.kit.price.terms;

/** The kinds of price. */
public enum PriceKind {
    FLAT,
    PER_UNIT,
    GRADUATED,
    VOLUME,
    PACKAGE,
    PERCENTAGE,
    USAGE;

    /** Whether it is reckoned from what was used, which only the end of a period tells. */
    public boolean isMetered() {
        return this == PERCENTAGE || this == USAGE;
    }
}

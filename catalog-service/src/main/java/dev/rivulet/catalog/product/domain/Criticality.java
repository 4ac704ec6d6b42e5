package dev.rivulet.catalog.product.domain;

/** How much the customer's company depends on what is delivered. */
public enum Criticality {
    NORMAL,
    /** A process the company lives by. */
    KEY_PROCESS,
    /** What all its systems stand on. */
    ARCHITECTURE;

    /** Whether the company must keep it in its own hands. */
    public boolean isKeptInside() {
        return this != NORMAL;
    }
}

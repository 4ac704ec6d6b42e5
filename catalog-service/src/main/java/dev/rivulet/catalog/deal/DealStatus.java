package dev.rivulet.catalog.deal;

/** What became of a deal. */
public enum DealStatus {
    OPEN,
    WON,
    LOST
}

package dev.rivulet.success.renewal.domain;

/** How a renewal looks beforehand. */
public enum Risk {
    /** Enough is known, and nothing speaks against it. */
    LOW,
    /** Something speaks against it. */
    MEDIUM,
    /** Something grave speaks against it, or much does. */
    HIGH,
    /** Its end has been decided. */
    LOST,
    /** Nothing speaks against it, but too little is known to say so. */
    UNKNOWN
}

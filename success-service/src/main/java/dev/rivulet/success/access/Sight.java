package dev.rivulet.success.access;

/** What success managers see. */
public enum Sight {
    /** Every customer. */
    ALL,
    /** Only customers and prospects that they are the manager of. */
    PORTFOLIO
}

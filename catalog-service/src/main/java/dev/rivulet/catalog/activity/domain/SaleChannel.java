package dev.rivulet.catalog.activity.domain;

/** By which way goods or services reach the buyer. */
public enum SaleChannel {
    /** An internet shop. */
    INTERNET,
    /** A catalogue by post. */
    MAIL,
    /** An internet auction. */
    AUCTION,
    /** Television, radio or telephone. */
    PHONE,
    /** A shop one walks into. */
    SHOP,
    /** An agent or partner who calls on the buyer. */
    AGENT
}

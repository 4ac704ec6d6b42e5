package dev.rivulet.subscription.imports.domain;

/** Why what was expected and what is billed differ; the first that explains it. */
public enum Cause {
    /** The period lies before the day up to which everything was charged. */
    CHARGED_THROUGH,
    /** The subscription is over by then. */
    ENDED,
    /** Nothing is billed for days of the period. */
    NOT_BILLED,
    /** Nobody expected it. */
    NOT_EXPECTED,
    /** Another currency. */
    CURRENCY,
    /** Other days than expected. */
    PERIOD,
    /** The difference is the tax. */
    TAX,
    /** The difference is the discount. */
    DISCOUNT,
    /** Not more than one minor unit a line. */
    ROUNDING,
    /** A part of a period, for its days. */
    DAYS,
    /** The price: version, quantity, or what was negotiated. */
    PRICE
}

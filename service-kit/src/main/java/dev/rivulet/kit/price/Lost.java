package dev.rivulet.kit.price;

/** Why a candidate is not the price; the names are part of the API. */
public enum Lost {
    /** The plan had not been published, or has been retired by that day. */
    PLAN_NOT_PUBLISHED(false),
    OTHER_CURRENCY(false),
    NOT_YET_VALID(false),
    NO_LONGER_VALID(false),
    QUANTITY_TOO_SMALL(false),
    QUANTITY_TOO_LARGE(false),
    OTHER_CHANNEL(true),
    OTHER_COUNTRY(true),
    OTHER_SEGMENT(true),
    OTHER_PARTNER_TIER(true),
    /** It fits, and another that fits names the buyer more closely. */
    LESS_SPECIFIC(false);

    private final boolean aboutTheBuyer;

    Lost(boolean aboutTheBuyer) {
        this.aboutTheBuyer = aboutTheBuyer;
    }

    /** Whether it is meant for somebody else, rather than for this buyer at another time or in other terms. */
    boolean isAboutTheBuyer() {
        return aboutTheBuyer;
    }
}

package dev.rivulet.kit.price;

import java.util.EnumSet;
import java.util.Set;

/** Why a candidate is not the price; the names are part of the API. */
public enum Lost {
    /** The plan had not been published, or has been retired by that day. */
    PLAN_NOT_PUBLISHED,
    OTHER_CURRENCY,
    NOT_YET_VALID,
    NO_LONGER_VALID,
    QUANTITY_TOO_SMALL,
    QUANTITY_TOO_LARGE,
    OTHER_CHANNEL,
    OTHER_COUNTRY,
    OTHER_SEGMENT,
    OTHER_PARTNER_TIER,
    /** It fits, and another that fits names the buyer more closely. */
    LESS_SPECIFIC;

    /** It is meant for somebody else, rather than for this buyer at another time or in other terms. */
    static final Set<Lost> ABOUT_THE_BUYER = EnumSet.range(OTHER_CHANNEL, OTHER_PARTNER_TIER);
}

package dev.rivulet.kit.price;

import java.util.Set;

/** Why a plan has no price for a buyer; the names are part of the API. */
public enum NoPrice {
    /** The plan had not been published, or has been retired by that day. */
    PLAN_NOT_PUBLISHED,
    /** Every price of the plan is for other buyers. */
    NOT_OFFERED_TO_BUYER,
    /** A component is offered to the buyer, but in other currencies. */
    NO_PRICE_IN_CURRENCY,
    /** A component is offered to the buyer in the currency, but on other days. */
    NO_PRICE_ON_DATE,
    /** A component is offered to the buyer in the currency on the day, but in other quantities. */
    NO_PRICE_FOR_QUANTITY;

    private static final Set<Lost> DATE = Set.of(Lost.NOT_YET_VALID, Lost.NO_LONGER_VALID);

    /** Why this component, which is offered to the buyer, has no price. */
    public static NoPrice of(Verdict unpriced) {
        var nearest = unpriced.candidates().stream()
                .filter(Candidate::isForTheBuyer)
                .map(Candidate::reasons)
                .toList();
        if (nearest.stream().allMatch(reasons -> reasons.contains(Lost.PLAN_NOT_PUBLISHED))) {
            return PLAN_NOT_PUBLISHED;
        }
        var inCurrency = nearest.stream()
                .filter(reasons -> !reasons.contains(Lost.OTHER_CURRENCY))
                .toList();
        if (inCurrency.isEmpty()) {
            return NO_PRICE_IN_CURRENCY;
        }
        return inCurrency.stream().allMatch(NoPrice::isOnOtherDays) ? NO_PRICE_ON_DATE : NO_PRICE_FOR_QUANTITY;
    }

    private static boolean isOnOtherDays(Set<Lost> reasons) {
        return DATE.stream().anyMatch(reasons::contains);
    }
}

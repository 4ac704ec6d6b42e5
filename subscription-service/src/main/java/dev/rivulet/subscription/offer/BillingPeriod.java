package dev.rivulet.subscription.offer;

/** How often a plan's price is charged. A period not known here must not be billed, so its plan is not understood. */
public enum BillingPeriod {
    MONTH
}

package dev.rivulet.success.customer.domain;

import java.util.Collection;
import java.util.Set;

/** Where a customer stands in its life. */
public enum CustomerStatus {
    /** Near signature, without an account. */
    PROSPECT,
    /** Has an account and never had a subscription. */
    NEW,
    /** Has a subscription that has not ended: one to come, in trial, running or paused. */
    ACTIVE,
    /** All its subscriptions have ended. */
    CHURNED,
    /** Was a prospect, and did not sign. */
    LOST,
    /** Was a prospect, and is a customer under its account now. */
    JOINED;

    private static final Set<String> OVER = Set.of("ENDED");

    /** Of a customer with an account, by the phases of its subscriptions. */
    public static CustomerStatus of(Collection<String> phases) {
        if (phases.isEmpty()) {
            return NEW;
        }
        return OVER.containsAll(phases) ? CHURNED : ACTIVE;
    }
}

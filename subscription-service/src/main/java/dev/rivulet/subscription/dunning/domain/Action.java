package dev.rivulet.subscription.dunning.domain;

/** What a step does. */
public enum Action {
    /** Tells the customer. */
    REMIND,
    /** Tries to collect again, and again with the policy's pauses. */
    RETRY,
    /** Asks somebody to call. */
    CALL,
    /** Stops the service. */
    SUSPEND,
    /** Gives the debt up. */
    WRITE_OFF
}

package dev.rivulet.subscription.webhook;

/** What became of a delivery. */
public enum DeliveryStatus {
    /** Waits for its turn or for its next attempt. */
    PENDING,
    /** The endpoint answered 2xx. */
    DELIVERED,
    /** Given up; may be resent by hand. */
    FAILED,
    /** Waited while the endpoint was disabled and was not wanted when it was enabled again; may be resent by hand. */
    SKIPPED
}

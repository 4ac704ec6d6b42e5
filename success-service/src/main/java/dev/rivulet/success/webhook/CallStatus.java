package dev.rivulet.success.webhook;

/** What became of a call. */
public enum CallStatus {
    /** It is made as soon as possible, or tried again. */
    WAITING,
    DELIVERED,
    /** It could not be delivered, and is not tried again. */
    FAILED
}

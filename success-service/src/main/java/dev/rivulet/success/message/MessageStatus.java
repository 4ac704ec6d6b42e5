package dev.rivulet.success.message;

/** What became of a message. */
public enum MessageStatus {
    /** It goes out when its time has come, or is tried again. */
    WAITING,
    SENT,
    /** The recipient wants none. */
    SUPPRESSED,
    /** It would have come too late. */
    EXPIRED,
    /** It could not be delivered, and is not tried again. */
    FAILED
}

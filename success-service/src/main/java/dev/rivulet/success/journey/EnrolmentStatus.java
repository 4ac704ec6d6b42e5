package dev.rivulet.success.journey;

/** Whether a customer is on its way. */
public enum EnrolmentStatus {
    ACTIVE,
    /** Steps that fall due wait until it goes on. */
    PAUSED,
    ENDED
}

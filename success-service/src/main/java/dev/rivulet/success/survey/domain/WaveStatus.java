package dev.rivulet.success.survey.domain;

/** Where a wave stands; each state knows what may follow it. */
public enum WaveStatus {
    /** Waits for its day. */
    SCHEDULED,
    /** People have been asked and may answer. */
    OPEN,
    /** Its time is over. */
    ENDED,
    /** Called off before its day. */
    CANCELLED;

    public boolean mayBecome(WaveStatus next) {
        return switch (this) {
            case SCHEDULED -> next == OPEN || next == CANCELLED;
            case OPEN -> next == ENDED;
            case ENDED, CANCELLED -> false;
        };
    }
}

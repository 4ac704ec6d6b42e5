package dev.rivulet.success.task;

/** What came of a task; tells whether what had set it off was right. */
public enum TaskOutcome {
    /** There was something to do, and it is done. */
    RESOLVED,
    /** There was something to do, in vain: the customer goes. */
    LOST,
    /** There was nothing to it. */
    FALSE_ALARM,
    /** Seen, and nothing done; says nothing of the alarm. */
    NO_ACTION,
    /** Another task covers it; says nothing of the alarm. */
    DUPLICATE;

    /** The alarm was right. */
    public boolean isTrueAlarm() {
        return this == RESOLVED || this == LOST;
    }
}

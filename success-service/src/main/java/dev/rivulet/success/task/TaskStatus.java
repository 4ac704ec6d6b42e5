package dev.rivulet.success.task;

/** Whether a task still waits. */
public enum TaskStatus {
    /** To be done. */
    OPEN,
    /** Put off until a day; then open again. */
    SNOOZED,
    /** Completed. */
    DONE
}

package dev.rivulet.success.task;

/** Whether a task still waits. */
public enum TaskStatus {
    OPEN,
    DONE
}

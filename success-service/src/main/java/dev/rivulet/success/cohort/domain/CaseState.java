package dev.rivulet.success.cohort.domain;

/** How far somebody has reacted to a red cell. */
public enum CaseState {
    /** Nobody has taken it over. */
    OPEN,
    /** Its owner looks for the cause. */
    IN_PROGRESS,
    CLOSED;

    public boolean isClosed() {
        return this == CLOSED;
    }
}

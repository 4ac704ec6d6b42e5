package dev.rivulet.catalog.job;

/** How far a job has come; a state knows which one may follow it. */
public enum JobStatus {
    /** Waits for a replica to take it. */
    QUEUED,
    /** A replica runs it, or did until it crashed: then another takes it over when the lease has run out. */
    RUNNING,
    /** Done; rows may have been refused all the same. */
    SUCCEEDED,
    /** Broken off; nothing of the row at fault was kept. */
    FAILED;

    boolean mayBecome(JobStatus next) {
        return switch (this) {
            case QUEUED -> next == RUNNING;
            case RUNNING -> next == RUNNING || next == SUCCEEDED || next == FAILED;
            case FAILED -> next == QUEUED;
            case SUCCEEDED -> false;
        };
    }
}

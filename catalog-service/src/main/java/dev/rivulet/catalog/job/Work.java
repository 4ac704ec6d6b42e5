package dev.rivulet.catalog.job;

/** What a kind of job does; a feature that has long work makes a bean of this. */
public abstract class Work {

    private final String kind;

    protected Work(String kind) {
        this.kind = kind;
    }

    /** Stable name of the kind, shown on the job. */
    public final String kind() {
        return kind;
    }

    /**
     * Does it all, in transactions of its own; may be called again for the same job after a crash, with what {@link
     * Task#keep} has kept. A {@code Rejected} thrown fails the job with its code; a refused row is told to the task
     * instead.
     */
    protected abstract void run(Task task);
}

package dev.rivulet.subscription.imports;

import java.util.List;
import java.util.UUID;

/** A job as somebody works on it who holds its lease. Not for several threads. */
final class Task {

    static final int LONGEST_SECONDS = 600;

    private final JobStore store;
    private final ErrorTable errors;
    private final Job job;
    private final UUID owner;
    private long cursor;

    Task(JobStore store, ErrorTable errors, Job job, UUID owner) {
        this.store = store;
        this.errors = errors;
        this.job = job;
        this.owner = owner;
        this.cursor = job.cursor();
    }

    UUID id() {
        return job.id();
    }

    UUID importId() {
        return job.importId();
    }

    boolean isDryRun() {
        return job.dryRun();
    }

    /** Everything up to it is behind us for good. */
    long cursor() {
        return cursor;
    }

    /** Puts work behind us, with the lines it refused, in the transaction that did it. */
    void keep(long to, List<Refusal> refused) {
        errors.add(job.id(), refused);
        store.keep(job.id(), owner, to, refused.size());
        cursor = to;
    }

    void begin(JobStatus next, long families, List<Refusal> refused) {
        errors.add(job.id(), refused);
        store.begin(job.id(), owner, next, families, refused.size());
    }

    void end(JobStatus last) {
        store.end(job.id(), owner, last);
    }
}

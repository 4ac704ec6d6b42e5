package dev.rivulet.catalog.job;

import dev.rivulet.kit.problem.Faults;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One attempt at a job, as the work sees it. Not for several threads. */
public final class Task {

    /** More are counted and not listed: by then the file is the wrong one. */
    private static final int LISTED = 10_000;

    private static final int LONGEST_SECONDS = 1_800;

    private static final Duration SHOWN_EVERY = Duration.ofSeconds(1);

    private final JobStore store;
    private final Job job;
    private final UUID owner;
    private final List<RowError> unkept = new ArrayList<>();
    private final Map<String, Long> summary;
    private long refused;
    private long seq;
    private long done;
    private @Nullable Long rowsTotal;
    private long shownAt = System.nanoTime();

    Task(JobStore store, Job job, UUID owner) {
        this.store = store;
        this.job = job;
        this.owner = owner;
        this.refused = job.refused();
        // Above those of any row refused before, of which each may have several.
        this.seq = job.refused() == 0 ? 0 : (job.attempts() * 1_000_000L);
        this.summary = new TreeMap<>(job.summary());
    }

    public UUID id() {
        return job.id();
    }

    public boolean isDryRun() {
        return job.dryRun();
    }

    public String parameter(String name) {
        return Objects.requireNonNull(job.parameters().get(name), name);
    }

    public @Nullable String optional(String name) {
        return job.parameters().get(name);
    }

    /** Rows behind us for good, from an earlier attempt. */
    public long kept() {
        return job.kept();
    }

    /** The body the job was given. */
    public InputStream input() {
        return new PartStream(
                part -> QuarkusTransaction.requiringNew().call(() -> store.part(job.id(), "INPUT", part)));
    }

    /** Takes the job's result, in the current transaction; what an earlier attempt left is dropped. */
    public OutputStream result() {
        store.dropParts(job.id(), "RESULT");
        return new PartWriter((part, content) -> store.addPart(job.id(), "RESULT", part, content));
    }

    /** Refuses a row for what an exception says of it; the pointers of its faults are relative to {@code within}. */
    public void refuse(long line, String within, RuntimeException reason) {
        var faults = Faults.of(reason);
        if (faults.isEmpty()) {
            throw reason;
        }
        for (var fault : faults) {
            if (refused < LISTED) {
                unkept.add(new RowError(seq++, line, within + fault.pointer(), fault.code(), fault.arguments()));
            }
        }
        refused++;
    }

    public void refuse(long line, RuntimeException reason) {
        refuse(line, "", reason);
    }

    public long refused() {
        return refused;
    }

    /** Counts what became of rows. */
    public void count(String outcome, long rows) {
        summary.merge(outcome, rows, Long::sum);
    }

    /** Does work in one transaction of at most half an hour, which a dry run takes back. */
    public void inTransaction(Runnable work) {
        if (!job.dryRun()) {
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(work);
            return;
        }
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(LONGEST_SECONDS));
        try {
            work.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /**
     * Lets those who watch see how far it is, whatever becomes of the current transaction: once in a second, because
     * each time is a commit.
     *
     * @param total null where it is not known, or was told before
     */
    public void show(long rows, @Nullable Long total) {
        done = rows;
        rowsTotal = total == null ? rowsTotal : total;
        var now = System.nanoTime();
        if (now - shownAt >= SHOWN_EVERY.toNanos()) {
            shownAt = now;
            QuarkusTransaction.requiringNew().run(() -> store.show(job.id(), owner, done, rowsTotal));
        }
    }

    /** Puts rows behind us for good, with the refusals and counts so far, in the current transaction. */
    public void keep(long done) {
        store.keep(job.id(), owner, done, refused, summary, unkept);
        unkept.clear();
    }

    void succeed() {
        store.keep(job.id(), owner, -1, refused, summary, unkept);
        store.succeed(job.id(), owner, done);
    }
}

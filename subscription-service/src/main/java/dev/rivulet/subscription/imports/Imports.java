package dev.rivulet.subscription.imports;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.subscription.imports.LineTable.Raw;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Takes imports and comparisons, shows them, and decides about them. */
@ApplicationScoped
@Transactional
class Imports {

    static final String IMPORT = "subscription-import";
    static final String COMPARISON = "subscription-comparison";

    private static final int BATCH = 1_000;
    private static final int LONGEST_LINE = 100_000;

    private final JobStore store;
    private final LineTable lines;
    private final ImportRunner runner;
    private final TransactionSynchronizationRegistry transaction;

    Imports(JobStore store, LineTable lines, ImportRunner runner, TransactionSynchronizationRegistry transaction) {
        this.store = store;
        this.lines = lines;
        this.runner = runner;
        this.transaction = transaction;
    }

    Job submit(Reader body, boolean dryRun) {
        var id = newId();
        return submit(id, id, body, dryRun);
    }

    /** Compares an import, of which everything has been tried, with what a body expects. */
    Job compare(UUID importId, Reader body) {
        var job = store.get(importId, IMPORT);
        if (!job.isImport()) {
            throw Rejected.notFound(IMPORT, importId);
        }
        if (job.status() == JobStatus.ACTIVATING || !job.status().isTried()) {
            throw Rejected.conflict("import-not-tried", job.status());
        }
        return submit(newId(), importId, body, job.dryRun());
    }

    private Job submit(UUID id, UUID importId, Reader body, boolean dryRun) {
        store.add(id, importId, dryRun);
        store.setLines(id, keep(id, body));
        wake();
        return store.get(id, IMPORT);
    }

    private long keep(UUID id, Reader body) {
        try (var reader = new BufferedReader(body)) {
            var batch = new ArrayList<Raw>();
            var number = 0L;
            var kept = 0L;
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                // The database keeps no NUL; a line that has one says nothing that could be read.
                if (line.length() > LONGEST_LINE || line.indexOf('\0') >= 0) {
                    throw Rejected.invalid("import-line-invalid", "", number, LONGEST_LINE);
                }
                if (!line.isBlank()) {
                    batch.add(new Raw(number, line));
                    kept++;
                }
                if (batch.size() == BATCH) {
                    lines.add(id, batch);
                    batch.clear();
                }
            }
            lines.add(id, batch);
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Job> list(UUID after, int limit) {
        return store.imports(after, limit);
    }

    Job get(UUID id) {
        var job = store.get(id, IMPORT);
        if (!job.isImport()) {
            throw Rejected.notFound(IMPORT, id);
        }
        return job;
    }

    List<Job> comparisons(UUID importId, UUID after, int limit) {
        return store.comparisons(get(importId).id(), after, limit);
    }

    Job comparison(UUID id) {
        var job = store.get(id, COMPARISON);
        if (job.isImport()) {
            throw Rejected.notFound(COMPARISON, id);
        }
        return job;
    }

    /** Lets it become real, from now on; what was refused only where that is wanted. */
    Job activate(UUID id, @Nullable String ifMatch, boolean withoutRefused) {
        var job = locked(id, ifMatch);
        if (job.status() != JobStatus.SHADOW) {
            throw Rejected.conflict("import-not-shadow", job.status());
        }
        if (job.refused() > 0 && !withoutRefused) {
            throw Rejected.conflict("import-has-refused", job.refused());
        }
        return moved(job, JobStatus.ACTIVATING, 0);
    }

    /** Whatever its version: one at work has another every moment. */
    Job cancel(UUID id) {
        var job = locked(id);
        var given = job.status() == JobStatus.FAILED && job.failedAt() != JobStatus.ACTIVATING;
        if (!given && !job.status().mayCancel()) {
            throw Rejected.conflict("import-not-cancellable", job.status());
        }
        return moved(job, JobStatus.CANCELLED, job.cursor());
    }

    /** Goes on where it failed. */
    Job restart(UUID id, @Nullable String ifMatch) {
        var job = locked(id, ifMatch);
        if (job.status() != JobStatus.FAILED) {
            throw Rejected.conflict("import-not-failed", job.status());
        }
        return moved(job, Objects.requireNonNull(job.failedAt()), job.cursor());
    }

    private Job locked(UUID id, @Nullable String ifMatch) {
        var job = locked(id);
        Etag.require(ifMatch, job.version());
        return job;
    }

    private Job locked(UUID id) {
        var job = store.lock(id, IMPORT);
        if (!job.isImport()) {
            throw Rejected.notFound(IMPORT, id);
        }
        return job;
    }

    private Job moved(Job job, JobStatus next, long cursor) {
        store.moveTo(job.id(), next, cursor);
        if (next.isWork()) {
            wake();
        }
        return store.get(job.id(), IMPORT);
    }

    private void wake() {
        transaction.registerInterposedSynchronization(new LookAfterCommit(runner));
    }

    private static UUID newId() {
        return Objects.requireNonNull(UuidVersion7Strategy.INSTANCE.generateUuid(null));
    }

    private record LookAfterCommit(ImportRunner runner) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                runner.look();
            }
        }
    }
}

package dev.rivulet.catalog.job;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.problem.Texts;
import dev.rivulet.kit.rest.Etag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Takes jobs, shows them, and puts failed ones back into the queue. */
@ApplicationScoped
@Transactional
public class Jobs {

    private final JobStore store;
    private final JobRunner runner;
    private final TransactionSynchronizationRegistry transaction;

    Jobs(JobStore store, JobRunner runner, TransactionSynchronizationRegistry transaction) {
        this.store = store;
        this.runner = runner;
        this.transaction = transaction;
    }

    /** Queues a job with its body, to begin as soon as the current transaction is committed; answers 202. */
    public RestResponse<JobView> submit(
            String kind, Map<String, String> parameters, @Nullable InputStream body, boolean dryRun) {
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        store.add(id, kind, dryRun, parameters);
        if (body != null) {
            copy(id, body);
        }
        transaction.registerInterposedSynchronization(new RunAfterCommit(runner));
        return ResponseBuilder.create(RestResponse.Status.ACCEPTED, JobView.of(get(id), Texts.forHeader(null)))
                .header("Location", "/jobs/" + id)
                .build();
    }

    private void copy(UUID id, InputStream body) {
        try (var parts = new PartWriter((part, content) -> store.addPart(id, "INPUT", part, content))) {
            body.transferTo(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Job> list(UUID after, int count) {
        return store.after(after, count);
    }

    Job get(UUID id) {
        var job = store.find(id);
        if (job == null) {
            throw Rejected.notFound("job", id);
        }
        return job;
    }

    List<RowError> errors(UUID id, long after, int count) {
        return store.errorsAfter(get(id).id(), after, count);
    }

    /** Refuses unless the job is done and had something to give. */
    void requireResult(UUID id) {
        if (get(id).status() != JobStatus.SUCCEEDED) {
            throw Rejected.conflict("job-not-done", id);
        }
        if (store.part(id, "RESULT", 0) == null) {
            throw Rejected.notFound("result of job", id);
        }
    }

    /** One part after the other, so that none of it waits in memory. */
    boolean writePart(UUID id, int part, OutputStream target) throws IOException {
        var content = store.part(id, "RESULT", part);
        if (content != null) {
            target.write(content);
        }
        return content != null;
    }

    Job restart(UUID id, @Nullable String ifMatch) {
        var job = get(id);
        Etag.require(ifMatch, job.version());
        if (!job.status().mayBecome(JobStatus.QUEUED)) {
            throw Rejected.conflict("job-not-failed", id);
        }
        store.requeue(id);
        transaction.registerInterposedSynchronization(new RunAfterCommit(runner));
        return get(id);
    }

    private record RunAfterCommit(JobRunner runner) implements Synchronization {

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

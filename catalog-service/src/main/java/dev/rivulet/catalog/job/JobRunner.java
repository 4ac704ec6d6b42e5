package dev.rivulet.catalog.job;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs on threads of its own, at most two at once on a replica. A job is held by a lease that this replica renews;
 * killed, it renews nothing any more, and whoever looks next takes the job over where it was kept.
 */
@Singleton
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final int AT_ONCE = 2;
    /** A job that has taken its replica down with it so often is not tried again by itself. */
    private static final int MOST_ATTEMPTS = 5;

    private static final String LEASE = "20 seconds";
    private static final String KEPT = "30 days";

    private final UUID owner = UUID.randomUUID();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final JobStore store;
    private final Tenants tenants;
    private final Map<String, Work> works;
    private volatile boolean stopping;

    JobRunner(JobStore store, Tenants tenants, @All List<Work> works) {
        this.store = store;
        this.tenants = tenants;
        this.works = works.stream().collect(toMap(Work::kind, identity()));
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Takes what waits, as long as there is room. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (!stopping && free.tryAcquire()) {
            Thread.ofVirtual().name("job").start(this::runAll);
        }
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void renew() {
        inSystem(() -> store.renew(owner, LEASE));
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        inSystem(() -> store.forget(KEPT));
    }

    private void runAll() {
        try {
            for (var job = claim(); job != null && !stopping; job = claim()) {
                var claimed = job;
                tenants.as(claimed.tenant(), () -> {
                    run(claimed);
                    return true;
                });
            }
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.warnf("jobs: %s; looking again", e.getMessage());
            }
        } finally {
            free.release();
        }
    }

    private @Nullable Job claim() {
        return tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(() -> store.claim(owner, LEASE)));
    }

    private void run(Job job) {
        try {
            if (job.attempts() > MOST_ATTEMPTS) {
                throw Rejected.conflict("job-interrupted", MOST_ATTEMPTS);
            }
            var work = works.get(job.kind());
            if (work == null) {
                throw Rejected.conflict("job-kind-unknown", job.kind());
            }
            var task = new Task(store, job, owner);
            work.run(task);
            QuarkusTransaction.requiringNew().run(task::succeed);
        } catch (Rejected refused) {
            fail(job, refused.code(), refused.arguments());
        } catch (RuntimeException e) {
            if (stopping) {
                return;
            }
            LOG.errorf(e, "job %s (%s) of tenant %s broke off", job.id(), job.kind(), job.tenant());
            fail(job, "internal", List.of());
        }
    }

    private void fail(Job job, String reason, List<Object> arguments) {
        QuarkusTransaction.requiringNew().run(() -> store.fail(job.id(), owner, reason, arguments));
    }

    private void inSystem(Runnable work) {
        tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(() -> {
            work.run();
            return true;
        }));
    }
}

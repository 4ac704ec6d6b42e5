package dev.rivulet.subscription.imports;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.imports.JobStore.LeaseLost;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works on imports and comparisons on threads of its own, at most two at once on a replica. A job is held by a lease that
 * is renewed; who was killed renews nothing any more, and another takes the job over where it was kept. Every claim is a
 * new owner, so that who has slept through its lease keeps nothing.
 */
@Singleton
class ImportRunner {

    private static final Logger LOG = Logger.getLogger(ImportRunner.class);
    private static final int AT_ONCE = 2;
    /** A job that has taken its replica down with it so often is not tried again by itself. */
    private static final int MOST_ATTEMPTS = 5;

    private static final String LEASE = "20 seconds";
    private static final String KEPT = "30 days";

    private final Set<UUID> owners = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final JobStore store;
    private final ErrorTable errors;
    private final Reading reading;
    private final Checking checking;
    private final Activating activating;
    private final ReadingExpectations expectations;
    private final Comparing comparing;
    private final Tenants tenants;
    private volatile boolean stopping;

    ImportRunner(
            JobStore store,
            ErrorTable errors,
            Reading reading,
            Checking checking,
            Activating activating,
            ReadingExpectations expectations,
            Comparing comparing,
            Tenants tenants) {
        this.store = store;
        this.errors = errors;
        this.reading = reading;
        this.checking = checking;
        this.activating = activating;
        this.expectations = expectations;
        this.comparing = comparing;
        this.tenants = tenants;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Takes what waits, as long as there is room. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (!stopping && free.tryAcquire()) {
            Thread.ofVirtual().name("import").start(this::workOff);
        }
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void renew() {
        owners.forEach(owner -> inSystem(() -> store.renew(owner, LEASE)));
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        inSystem(() -> store.forget(KEPT));
    }

    private void workOff() {
        try {
            while (!stopping && workOne()) {
                // As long as something waits.
            }
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.warnf("imports: %s; looking again", e.getMessage());
            }
        } finally {
            free.release();
        }
    }

    private boolean workOne() {
        var owner = UUID.randomUUID();
        owners.add(owner);
        try {
            var claimed =
                    tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(() -> store.claim(owner, LEASE)));
            claimed.forEach(job -> tenants.as(job.tenant(), () -> {
                work(job, owner);
                return true;
            }));
            return !claimed.isEmpty();
        } finally {
            owners.remove(owner);
        }
    }

    private void work(Job claimed, UUID owner) {
        try {
            if (claimed.attempts() > MOST_ATTEMPTS) {
                throw Rejected.conflict("import-interrupted", MOST_ATTEMPTS);
            }
            for (var job = claimed; job != null && job.status().isWork(); job = again(job)) {
                step(job, owner);
            }
        } catch (LeaseLost gone) {
            LOG.infof("import %s of tenant %s is another's by now", claimed.id(), claimed.tenant());
        } catch (Rejected refused) {
            fail(claimed, owner, refused.code(), refused.arguments());
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.errorf(e, "import %s of tenant %s broke off", claimed.id(), claimed.tenant());
                fail(claimed, owner, "internal", List.of());
            }
        }
    }

    private void step(Job job, UUID owner) {
        var task = new Task(store, errors, job, owner);
        switch (job.status()) {
            case READING -> read(job, task);
            case CHECKING -> checking.run(task);
            case ACTIVATING -> activating.run(task);
            case COMPARING -> comparing.run(task);
            default -> throw new IllegalStateException("nobody works on what is " + job.status());
        }
    }

    private void read(Job job, Task task) {
        if (job.isImport()) {
            reading.run(task);
        } else {
            expectations.run(task);
        }
    }

    private @Nullable Job again(Job job) {
        return QuarkusTransaction.requiringNew().call(() -> store.find(job.id())).stream()
                .findFirst()
                .orElse(null);
    }

    private void fail(Job job, UUID owner, String reason, List<Object> arguments) {
        QuarkusTransaction.requiringNew().run(() -> store.fail(job.id(), owner, reason, arguments));
    }

    private void inSystem(Runnable work) {
        tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(() -> {
            work.run();
            return true;
        }));
    }
}

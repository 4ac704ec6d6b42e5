package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.billing.BilledTenants;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Looks every few seconds for published versions to bring to running subscriptions; replicas share the work. */
@Singleton
class RolloutTimer {

    private static final Logger LOG = Logger.getLogger(RolloutTimer.class);

    private final BilledTenants billed;
    private final Tenants tenants;
    private final RolloutRun run;
    private volatile boolean stopping;

    RolloutTimer(BilledTenants billed, Tenants tenants, RolloutRun run) {
        this.billed = billed;
        this.tenants = tenants;
        this.run = run;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "{rivulet.rollout.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        for (var tenant : billed.all()) {
            try {
                tenants.as(tenant, () -> {
                    run.run();
                    return true;
                });
            } catch (RuntimeException e) {
                if (stopping) {
                    // The database went first; what was open is rolled back and due again after the start.
                    return;
                }
                // The next tenant's subscriptions do not depend on this one's.
                LOG.errorf(e, "the rollouts of tenant %s broke off", tenant);
            }
        }
    }
}

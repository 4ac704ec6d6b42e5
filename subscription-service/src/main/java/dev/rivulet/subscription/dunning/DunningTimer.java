package dev.rivulet.subscription.dunning;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.payment.CollectingTenants;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Sends the dunning through all tenants that have a policy; every replica does, and each step is taken once. */
@Singleton
class DunningTimer {

    private static final Logger LOG = Logger.getLogger(DunningTimer.class);

    private final CollectingTenants collecting;
    private final Tenants tenants;
    private final Dunning dunning;

    DunningTimer(CollectingTenants collecting, Tenants tenants, Dunning dunning) {
        this.collecting = collecting;
        this.tenants = tenants;
        this.dunning = dunning;
    }

    @Scheduled(every = "{rivulet.payment.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        for (var tenant : collecting.all()) {
            try {
                tenants.as(tenant, () -> {
                    dunning.runDue();
                    return tenant;
                });
            } catch (RuntimeException e) {
                LOG.errorf(e, "the dunning of tenant %s broke off", tenant);
            }
        }
    }
}

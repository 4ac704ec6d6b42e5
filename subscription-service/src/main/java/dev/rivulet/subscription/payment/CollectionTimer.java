package dev.rivulet.subscription.payment;

import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Sends the collection through all tenants that have something to collect by itself; every replica does. */
@Singleton
class CollectionTimer {

    private static final Logger LOG = Logger.getLogger(CollectionTimer.class);

    private final CollectingTenants collecting;
    private final Tenants tenants;
    private final Collecting collections;

    CollectionTimer(CollectingTenants collecting, Tenants tenants, Collecting collections) {
        this.collecting = collecting;
        this.tenants = tenants;
        this.collections = collections;
    }

    @Scheduled(every = "{rivulet.payment.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        for (var tenant : collecting.all()) {
            try {
                tenants.as(tenant, collections::collectDue);
            } catch (RuntimeException e) {
                LOG.errorf(e, "the collection of tenant %s broke off", tenant);
            }
        }
    }
}

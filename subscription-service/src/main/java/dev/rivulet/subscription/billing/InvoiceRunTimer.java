package dev.rivulet.subscription.billing;

import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Sends the invoice run through all tenants every few seconds; every replica does, and they share the work. */
@Singleton
class InvoiceRunTimer {

    private static final Logger LOG = Logger.getLogger(InvoiceRunTimer.class);

    private final BilledTenants billed;
    private final Tenants tenants;
    private final InvoiceRun run;
    private volatile boolean stopping;

    InvoiceRunTimer(BilledTenants billed, Tenants tenants, InvoiceRun run) {
        this.billed = billed;
        this.tenants = tenants;
        this.run = run;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "{rivulet.billing.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        for (var tenant : billed.all()) {
            try {
                tenants.as(tenant, run::runBesideOthers);
            } catch (RuntimeException e) {
                if (stopping) {
                    // The database went first; what was open is rolled back and due again after the start.
                    return;
                }
                // The next tenant's invoices do not depend on this one's.
                LOG.errorf(e, "the invoice run of tenant %s broke off", tenant);
            }
        }
    }
}

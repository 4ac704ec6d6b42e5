package dev.rivulet.catalog.price;

import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Looks every few seconds whether prices have begun or ended; every replica does, and they wait for each other. */
@Singleton
class PriceTurnTimer {

    private static final Logger LOG = Logger.getLogger(PriceTurnTimer.class);

    private final PriceTurns turns;
    private final Tenants tenants;
    private volatile boolean stopping;

    PriceTurnTimer(PriceTurns turns, Tenants tenants) {
        this.turns = turns;
        this.tenants = tenants;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "{rivulet.prices.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        var due = tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(turns::due));
        for (var tenant : due) {
            try {
                tenants.as(tenant, this::tellAll);
            } catch (RuntimeException e) {
                if (stopping) {
                    // The database went first; what was open is rolled back and due again after the start.
                    return;
                }
                // The next tenant's prices do not depend on this one's.
                LOG.errorf(e, "the turns of prices of tenant %s were not told", tenant);
            }
        }
    }

    private int tellAll() {
        var all = 0;
        int told;
        do {
            told = QuarkusTransaction.requiringNew().call(turns::tell);
            all += told;
        } while (told > 0);
        return all;
    }
}

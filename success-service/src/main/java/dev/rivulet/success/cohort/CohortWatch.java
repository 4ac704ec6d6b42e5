package dev.rivulet.success.cohort;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.revenue.RevenueChanges;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Judges the months that have closed, or changed, of every tenant whose history has settled. */
@Singleton
class CohortWatch {

    private static final Logger LOG = Logger.getLogger(CohortWatch.class);

    private final Tenants tenants;
    private final RevenueChanges changes;
    private final Judging judging;
    private final CohortSettings settings;
    private final TenantClock clock;

    CohortWatch(Tenants tenants, RevenueChanges changes, Judging judging, CohortSettings settings, TenantClock clock) {
        this.tenants = tenants;
        this.changes = changes;
        this.judging = judging;
        this.settings = settings;
        this.clock = clock;
    }

    /** One tenant's failure does not keep the others waiting. */
    @Scheduled(every = "${rivulet.cohort.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void watch() {
        var settled = clock.systemTime().minusSeconds(settings.settledSeconds());
        var quiet = tenants.asSystem(
                () -> QuarkusTransaction.requiringNew().call(() -> changes.tenantsQuietSince(settled)));
        for (var tenant : quiet) {
            try {
                tenants.as(tenant, () -> {
                    judging.catchUp();
                    return true;
                });
            } catch (RuntimeException e) {
                LOG.errorf(e, "cohorts of %s could not be judged", tenant);
            }
        }
    }
}

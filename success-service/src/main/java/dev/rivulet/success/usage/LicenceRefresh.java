package dev.rivulet.success.usage;

import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/** Lets the standing of seats follow the time: users fall silent and subscriptions end without any event. */
@Singleton
class LicenceRefresh {

    private static final Logger LOG = Logger.getLogger(LicenceRefresh.class);
    private static final int MANY = 500;

    private final Tenants tenants;
    private final LicenceStandings standings;

    LicenceRefresh(Tenants tenants, LicenceStandings standings) {
        this.tenants = tenants;
        this.standings = standings;
    }

    /** One tenant's failure does not keep the others waiting. */
    @Scheduled(every = "{rivulet.usage.tell-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refreshAll() {
        List<String> known =
                tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(standings::tenants));
        for (var tenant : known) {
            try {
                tenants.as(tenant, this::refresh);
            } catch (RuntimeException e) {
                LOG.errorf(e, "licences of %s could not be brought up to date", tenant);
            }
        }
    }

    private boolean refresh() {
        while (QuarkusTransaction.requiringNew().call(this::refreshSome)) {}
        return true;
    }

    private boolean refreshSome() {
        var due = new TreeSet<>(standings.due(MANY));
        if (!due.isEmpty()) {
            standings.refresh(due);
        }
        return !due.isEmpty();
    }
}

package dev.rivulet.success.usage;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.customer.CustomerChanged;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells the rest of the service whose usage has changed: every few seconds and each account once, because scoring an
 * account after every batch would cost more than counting the batch.
 */
@Singleton
class UsageTelling {

    private static final Logger LOG = Logger.getLogger(UsageTelling.class);
    private static final int MANY = 1_000;

    private final Tenants tenants;
    private final UsageMarks marks;
    private final Event<CustomerChanged> changes;

    UsageTelling(Tenants tenants, UsageMarks marks, Event<CustomerChanged> changes) {
        this.tenants = tenants;
        this.marks = marks;
        this.changes = changes;
    }

    /** One tenant's failure does not keep the others waiting. */
    @Scheduled(every = "{rivulet.usage.tell-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellAll() {
        List<String> waiting =
                tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(marks::tenants));
        for (var tenant : waiting) {
            try {
                tenants.as(tenant, this::tell);
            } catch (RuntimeException e) {
                LOG.errorf(e, "usage of %s could not be told of", tenant);
            }
        }
    }

    /** Many marks at a time; where that fails one by one, so that one account's trouble is not the others'. */
    private boolean tell() {
        try {
            while (told(MANY, true)) {}
        } catch (RuntimeException e) {
            LOG.warnf("usage is told of one by one: %s", e.getMessage());
            while (toldAlone()) {}
        }
        return true;
    }

    /** What fails even alone is left to the daily refresh of scores. */
    private boolean toldAlone() {
        try {
            return told(1, true);
        } catch (RuntimeException e) {
            LOG.errorf(e, "an account's usage could not be told of");
            return told(1, false);
        }
    }

    private boolean told(int most, boolean aloud) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var accounts = marks.take(most);
            if (aloud) {
                accounts.forEach(account -> changes.fire(new CustomerChanged(account)));
            }
            return !accounts.isEmpty();
        });
    }
}

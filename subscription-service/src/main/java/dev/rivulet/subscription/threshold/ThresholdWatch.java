package dev.rivulet.subscription.threshold;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.billing.BilledTenants;
import dev.rivulet.subscription.usage.UsageGrew;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Looks at thresholds when usage grew, and now and then at all of them: a hint may be lost. */
@Singleton
class ThresholdWatch {

    private static final Logger LOG = Logger.getLogger(ThresholdWatch.class);
    private static final int PAGE = 200;
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    /** Whether a tenant has thresholds at all: most have none, and usage grows all the time. */
    private record Known(boolean any, long at) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final ThresholdTable table;
    private final ThresholdBilling billing;
    private final BilledTenants billed;
    private final Tenants tenants;

    ThresholdWatch(ThresholdTable table, ThresholdBilling billing, BilledTenants billed, Tenants tenants) {
        this.table = table;
        this.billing = billing;
        this.billed = billed;
        this.tenants = tenants;
    }

    /** The current tenant has one now. */
    void expect() {
        known.put(tenants.current(), new Known(true, System.nanoTime()));
    }

    void onGrew(@Observes UsageGrew grew) {
        if (hasAny()) {
            QuarkusTransaction.requiringNew().run(() -> billing.look(grew.accountId()));
        }
    }

    private boolean hasAny() {
        var now = System.nanoTime();
        var last = known.get(tenants.current());
        if (last != null && now - last.at() < GOOD_FOR.toNanos()) {
            return last.any();
        }
        var any = QuarkusTransaction.requiringNew().call(table::hasAny);
        known.put(tenants.current(), new Known(any, now));
        return any;
    }

    @Scheduled(every = "{rivulet.threshold.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        for (var tenant : billed.all()) {
            tenants.as(tenant, () -> {
                lookAtAll();
                return true;
            });
        }
    }

    private void lookAtAll() {
        var after = new UUID(0, 0);
        List<UUID> page;
        do {
            var from = after;
            page = QuarkusTransaction.requiringNew().call(() -> table.accounts(from, PAGE));
            for (var account : page) {
                look(account);
                after = account;
            }
        } while (page.size() == PAGE);
    }

    private void look(UUID account) {
        try {
            QuarkusTransaction.requiringNew().run(() -> billing.look(account));
        } catch (RuntimeException e) {
            // The next account's usage does not depend on this one's.
            LOG.errorf(e, "the usage of %s could not be compared with its thresholds", account);
        }
    }
}

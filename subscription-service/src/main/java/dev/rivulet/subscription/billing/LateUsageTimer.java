package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.usage.UsageBilling;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Late usage joins the next invoice; whose payer has none to come is looked at because of it. */
@Singleton
public class LateUsageTimer {

    private static final Logger LOG = Logger.getLogger(LateUsageTimer.class);
    private static final int PAGE = 500;

    private final BilledTenants billed;
    private final Tenants tenants;
    private final UsageBilling usage;
    private final TenantClock clock;
    private final Sql sql;

    LateUsageTimer(BilledTenants billed, Tenants tenants, UsageBilling usage, TenantClock clock, Sql sql) {
        this.billed = billed;
        this.tenants = tenants;
        this.usage = usage;
        this.clock = clock;
        this.sql = sql;
    }

    @Scheduled(every = "{rivulet.billing.late-usage-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        for (var tenant : billed.all()) {
            try {
                tenants.as(tenant, () -> {
                    wakeIdle();
                    return true;
                });
            } catch (RuntimeException e) {
                // The next tenant's usage does not depend on this one's.
                LOG.errorf(e, "nobody looked for late usage of tenant %s", tenant);
            }
        }
    }

    /** Lets the run look at payers of the current tenant for whom nothing else is to come. */
    public void wakeIdle() {
        var last = new UUID(0, 0);
        while (true) {
            var after = last;
            var accounts = QuarkusTransaction.requiringNew().call(() -> usage.accountsToCorrect(after, PAGE));
            if (accounts.isEmpty()) {
                return;
            }
            QuarkusTransaction.requiringNew()
                    .run(() -> sql.update(
                            "UPDATE payer_cursor SET due_at = ?::timestamptz WHERE tenant_id = ? AND due_at IS NULL"
                                    + " AND payer_id IN (SELECT payer_id FROM billing_cursor WHERE tenant_id = ?"
                                    + " AND account_id = ANY (?::uuid[]))",
                            clock.now().toString(),
                            tenants.current(),
                            tenants.current(),
                            accounts.stream().map(UUID::toString).toArray(String[]::new)));
            last = accounts.getLast();
        }
    }
}

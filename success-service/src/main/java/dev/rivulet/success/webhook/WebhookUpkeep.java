package dev.rivulet.success.webhook;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.clock.ClockedTenants;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Seals secrets anew that are not sealed with the present key, so that a key can be changed: the new one is added and
 * named the present one, and once nothing is sealed with the old one that can go. Forgets calls that are long over.
 */
@Singleton
class WebhookUpkeep {

    /** From the last attempt on. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final ClockedTenants clocked;
    private final List<SecretKeeper> keepers;
    private final CallTable calls;
    private final TenantClock clock;

    WebhookUpkeep(ClockedTenants clocked, @All List<SecretKeeper> keepers, CallTable calls, TenantClock clock) {
        this.clocked = clocked;
        this.keepers = keepers;
        this.calls = calls;
        this.clock = clock;
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        clocked.visit(
                "webhook secrets",
                () -> keepers.forEach(
                        keeper -> QuarkusTransaction.requiringNew().call(keeper::reseal)));
        clocked.visit(
                "old webhook calls",
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> calls.forget(clock.systemTime().minus(KEPT))));
    }
}

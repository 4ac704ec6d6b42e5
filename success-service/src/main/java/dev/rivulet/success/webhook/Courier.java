package dev.rivulet.success.webhook;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.webhook.CallTable.Due;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the calls that are due: one transaction that claims a call, the call outside of any, and one that notes how it
 * went. What a killed replica had claimed is made again when the claim has run out, under the same id. An endpoint that
 * failed is left alone until the next round, so that one that hangs costs an attempt; one that is slow costs other
 * tenants half a minute.
 */
@Singleton
class Courier {

    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final Duration ROUND = Duration.ofSeconds(30);

    private final ClockedTenants clocked;
    private final CallTable calls;
    private final SignedPost post;
    private final TenantClock clock;

    Courier(ClockedTenants clocked, CallTable calls, SignedPost post, TenantClock clock) {
        this.clocked = clocked;
        this.calls = calls;
        this.post = post;
        this.clock = clock;
    }

    @Scheduled(every = "${rivulet.webhook.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        clocked.visit("webhook calls", this::callAll);
    }

    private void callAll() {
        var failing = new HashSet<String>();
        var end = clock.systemTime().plus(ROUND);
        while (clock.systemTime().isBefore(end)) {
            var call = claim(failing).orElse(null);
            if (call == null) {
                return;
            }
            var delivery = post.deliver(call.url(), call.secret(), call.id(), call.body());
            if (delivery instanceof Delivery.Failed) {
                failing.add(call.endpoint());
            }
            QuarkusTransaction.requiringNew().run(() -> note(call, delivery));
        }
    }

    private Optional<Due> claim(Set<String> failing) {
        var system = clock.systemTime();
        return QuarkusTransaction.requiringNew().call(() -> calls.claim(system, system.plus(CLAIM), failing));
    }

    private void note(Due call, Delivery delivery) {
        switch (delivery) {
            case Delivery.Done done -> calls.delivered(call.id(), clock.now());
            case Delivery.Failed failed ->
                failed.pause(call.attempt())
                        .ifPresentOrElse(
                                pause -> calls.retry(
                                        call.id(),
                                        failed.reason(),
                                        clock.systemTime().plus(pause)),
                                () -> calls.giveUp(call.id(), failed.reason()));
        }
    }
}

package dev.rivulet.subscription.webhook;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.webhook.DeliveryQueue.Claim;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Sends what is due: one virtual thread per endpoint, one delivery after the other. Replicas share the endpoints by
 * claims; that of a killed replica runs out, and what it had sent without noting it is sent again.
 */
@Singleton
class DeliveryWorkers {

    private static final Logger LOG = Logger.getLogger(DeliveryWorkers.class);
    private static final int AT_ONCE = 32;
    /** Deliveries to one endpoint before others get their turn. */
    private static final int TURN = 50;

    private static final Duration KEPT = Duration.ofDays(30);

    private final UUID owner = UUID.randomUUID();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final DeliveryQueue queue;
    private final DeliveryStore deliveries;
    private final Courier courier;
    private final Sender sender;
    private final Tenants tenants;
    private final InstantSource time;
    private volatile boolean stopping;

    DeliveryWorkers(
            DeliveryQueue queue,
            DeliveryStore deliveries,
            Courier courier,
            Sender sender,
            Tenants tenants,
            InstantSource time) {
        this.queue = queue;
        this.deliveries = deliveries;
        this.courier = courier;
        this.sender = sender;
        this.tenants = tenants;
        this.time = time;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Takes what is due, as far as there is room. */
    @Scheduled(every = "{rivulet.webhook.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        var room = free.availablePermits();
        if (stopping || room == 0) {
            return;
        }
        var now = time.instant();
        var claims =
                tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(() -> queue.claim(owner, now, room)));
        for (var claim : claims) {
            free.acquireUninterruptibly();
            Thread.ofVirtual().name("webhook").start(() -> work(claim));
        }
    }

    private void work(Claim claim) {
        try {
            tenants.as(claim.tenant(), () -> {
                sendAll(claim.endpointId());
                return true;
            });
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.warnf("webhooks to %s: %s; again when the claim has run out", claim.endpointId(), e.getMessage());
            }
        } finally {
            free.release();
        }
    }

    private void sendAll(UUID endpointId) {
        for (var sent = 0; sent < TURN && !stopping; sent++) {
            var task = courier.next(endpointId, owner);
            if (task.isEmpty()) {
                return;
            }
            var attempt = sender.send(task.get().letter(), Attempt.Cause.SCHEDULE);
            courier.record(task.get().deliveryId(), attempt);
        }
        courier.pass(endpointId, owner);
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        var before = time.instant().minus(KEPT);
        var listening = tenants.asSystem(() -> QuarkusTransaction.requiringNew().call(queue::tenants));
        for (var tenant : listening) {
            tenants.as(
                    tenant,
                    () -> QuarkusTransaction.requiringNew().call(() -> {
                        deliveries.forget(before);
                        return true;
                    }));
        }
    }
}

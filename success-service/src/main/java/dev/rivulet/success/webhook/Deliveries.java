package dev.rivulet.success.webhook;

import dev.rivulet.kit.clock.TenantClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Hands over what is due: each thing is claimed in one transaction, handed over outside of any, and how it went is noted
 * in one more. What a killed replica had claimed is handed over again when the claim has run out, under the same id. A
 * channel that failed is left alone until the next round, so that one that hangs costs an attempt; one that is slow costs
 * other tenants half a minute.
 */
@Singleton
public class Deliveries {

    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final Duration ROUND = Duration.ofSeconds(30);

    private final TenantClock clock;

    Deliveries(TenantClock clock) {
        this.clock = clock;
    }

    /**
     * What is on its way; times are by the system's clock.
     *
     * @param <T> what was claimed
     */
    public interface Queue<T> {

        /**
         * Takes the longest due one, in a transaction of its own.
         *
         * @param until when it may be taken again
         * @param failing channels that are left alone
         */
        Optional<T> claim(Instant now, Instant until, Set<String> failing);

        /** Where it goes. */
        String channel(T claimed);

        /** How often it has been tried, this time included. */
        int attempt(T claimed);

        Delivery handOver(T claimed);

        void delivered(T claimed);

        void retry(T claimed, String reason, Instant at);

        void giveUp(T claimed, String reason);
    }

    /** What is due of the current tenant. */
    public <T> void round(Queue<T> queue) {
        var failing = new HashSet<String>();
        var end = clock.systemTime().plus(ROUND);
        for (var now = clock.systemTime(); now.isBefore(end); now = clock.systemTime()) {
            var claimed = queue.claim(now, now.plus(CLAIM), failing).orElse(null);
            if (claimed == null) {
                return;
            }
            var delivery = queue.handOver(claimed);
            if (delivery instanceof Delivery.Failed) {
                failing.add(queue.channel(claimed));
            }
            QuarkusTransaction.requiringNew().run(() -> note(queue, claimed, delivery));
        }
    }

    private <T> void note(Queue<T> queue, T claimed, Delivery delivery) {
        switch (delivery) {
            case Delivery.Done _ -> queue.delivered(claimed);
            case Delivery.Failed failed ->
                failed.pause(queue.attempt(claimed))
                        .ifPresentOrElse(
                                pause -> queue.retry(
                                        claimed,
                                        failed.reason(),
                                        clock.systemTime().plus(pause)),
                                () -> queue.giveUp(claimed, failed.reason()));
        }
    }
}

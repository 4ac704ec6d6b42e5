package dev.rivulet.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The thread that empties the outbox into Kafka. Switched off where a Debezium connector does so. */
@Singleton
class Relay implements Runnable {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final boolean enabled;
    private final Topics topics;
    private final OutboxShards shards;
    private final RelayWakeUp wakeUp;
    private volatile boolean running = true;
    private @Nullable Thread thread;

    Relay(
            @ConfigProperty(name = "rivulet.outbox.relay-enabled") boolean enabled,
            Topics topics,
            OutboxShards shards,
            RelayWakeUp wakeUp) {
        this.enabled = enabled;
        this.topics = topics;
        this.shards = shards;
        this.wakeUp = wakeUp;
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent event) {
        if (enabled) {
            thread = Thread.ofPlatform().name("outbox-relay").start(this);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    @Override
    public void run() {
        try {
            while (running) {
                try {
                    topics.ensure();
                    if (shards.publishAll() == 0) {
                        wakeUp.await(LOOK);
                    }
                } catch (RuntimeException e) {
                    if (running) {
                        LOG.warnf("outbox relay: %s; trying again", e.getMessage());
                        LOG.debug("outbox relay", e);
                        wakeUp.await(AFTER_FAILURE);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            shards.close();
        }
    }
}

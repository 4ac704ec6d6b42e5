package dev.rivulet.kit.outbox;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * An idempotent producer that never skips: a record is retried until it is acknowledged, so that nothing behind it
 * overtakes it. When acknowledgements stay away too long the producer is dropped, which leaves a prefix sent, and the
 * caller starts over with what it has.
 */
@Dependent
public class EventProducer implements AutoCloseable {

    /** Bytes of an event: an invoice of ten thousand lines is several times what Kafka takes unless it is told. */
    static final int LARGEST_EVENT = 16 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrapServers;
    private final List<Future<?>> pending = new ArrayList<>();
    private @Nullable KafkaProducer<String, @Nullable String> producer;

    EventProducer(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    public void send(ProducerRecord<String, @Nullable String> record) {
        if (producer == null) {
            producer = new KafkaProducer<>(configuration(), new StringSerializer(), new StringSerializer());
        }
        pending.add(producer.send(record));
    }

    /** Returns when everything sent is acknowledged by all in-sync replicas. */
    public void awaitAll() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (var acknowledgement : pending) {
                acknowledgement.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
            pending.clear();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka was to acknowledge", e);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new IllegalStateException("Kafka did not acknowledge: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        pending.clear();
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private Map<String, Object> configuration() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                LARGEST_EVENT,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4");
    }
}

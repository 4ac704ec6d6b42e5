package dev.rivulet.success.usage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.rivulet.kit.outbox.Envelope;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.Topics;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.events.SuccessEvents;
import dev.rivulet.success.events.UsageRecorded;
import io.opentelemetry.api.trace.Span;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The usage log in Kafka. Usage goes straight there and not through the outbox: it changes nothing in this database,
 * and the caller is told only when all in-sync replicas hold it. A batch that fails half way is sent again by the
 * caller; its events are recognised by their ids.
 */
@Singleton
class UsageLog {

    private static final Logger LOG = Logger.getLogger(UsageLog.class);
    private static final int PATIENCE_MS = 10_000;
    /** A partition's share of a thousand events goes out in one piece. */
    private static final int BATCH_BYTES = 131_072;

    private final Runnable topics;
    private final Tenants tenants;
    private final ObjectWriter json;
    private final KafkaProducer<String, @Nullable String> producer;

    @Inject
    UsageLog(
            Topics topics,
            Tenants tenants,
            ObjectMapper json,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this(topics::ensure, tenants, json, bootstrapServers);
    }

    UsageLog(Runnable topics, Tenants tenants, ObjectMapper json, String bootstrapServers) {
        this.topics = topics;
        this.tenants = tenants;
        this.json = json.writerFor(UsageRecorded.class);
        this.producer =
                new KafkaProducer<>(configuration(bootstrapServers), new StringSerializer(), new StringSerializer());
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(2));
    }

    /** Returns when all events are acknowledged; refuses as unavailable when Kafka does not do so in time. */
    void append(List<UsageEvent> events, Instant receivedAt) {
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        try {
            topics.run();
            var tenant = tenants.current();
            var traceparent = traceparent();
            var pending = new ArrayList<Future<?>>(events.size());
            for (var event : events) {
                var sent = producer.send(Envelope.write(
                        SuccessEvents.USAGE_LOG, envelope(event, receivedAt, tenant, traceparent), event.occurredAt()));
                if (sent.isDone()) {
                    // Most likely failed: without Kafka every further send would wait for it again.
                    sent.get();
                }
                pending.add(sent);
            }
            for (var acknowledgement : pending) {
                acknowledgement.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Rejected.unavailable("usage-log-unavailable");
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            LOG.warnf("usage log: %s", e.getMessage());
            throw Rejected.unavailable("usage-log-unavailable");
        }
    }

    private Event envelope(UsageEvent event, Instant receivedAt, String tenant, @Nullable String traceparent) {
        try {
            return new Event(
                    event.id(),
                    event.source(),
                    SuccessEvents.USAGE_RECORDED,
                    tenant,
                    event.accountId().toString(),
                    0,
                    json.writeValueAsString(new UsageRecorded(
                            event.accountId(),
                            event.userId(),
                            event.metric(),
                            event.feature(),
                            event.quantity().toPlainString(),
                            event.occurredAt(),
                            receivedAt)),
                    traceparent);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write the usage event", e);
        }
    }

    private static @Nullable String traceparent() {
        var span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    private static Map<String, Object> configuration(String bootstrapServers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                PATIENCE_MS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MS / 2,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE_MS / 2,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES);
    }
}

package dev.rivulet.kit.outbox;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.Dependent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox. An aggregate is always in the same shard and a shard is held by one replica at
 * a time (an advisory lock for the length of the transaction), so an aggregate's events leave in the order they were
 * written. Rows go only after Kafka has acknowledged them: a crash in between sends them again, and the inbox drops
 * the second copy.
 */
@Dependent
class OutboxShards implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxShards.class);
    private static final int SHARDS = 16;
    private static final Duration APART = Duration.ofMinutes(1);
    private static final int MOST = 2_000;
    private static final int MOST_OF_A_SHARD = 500;
    /** First key of the advisory locks, so that they meet no others. */
    private static final int LOCK = 0x0b0f;

    private final Sql sql;
    private final Tenants tenants;
    private final EventProducer producer;
    private final String source;
    private long failedTogether = System.nanoTime() - APART.toNanos() - 1;

    OutboxShards(
            Sql sql,
            Tenants tenants,
            EventProducer producer,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.sql = sql;
        this.tenants = tenants;
        this.producer = producer;
        this.source = source(application);
    }

    static String source(String application) {
        return "/rivulet/" + application.replace("-service", "");
    }

    /** One round over all shards that have rows and that no other replica holds; how many events were published. */
    int publishAll() {
        if (System.nanoTime() - failedTogether > APART.toNanos()) {
            try {
                return publishHeld(0, SHARDS - 1);
            } catch (RuntimeException e) {
                failedTogether = System.nanoTime();
                LOG.warnf("the outbox is published shard by shard for a while: %s", e.getMessage());
            }
        }
        return publishApart();
    }

    /** A shard whose next event cannot be sent holds up no other. */
    private int publishApart() {
        var published = 0;
        RuntimeException failure = null;
        for (var shard = 0; shard < SHARDS && !Thread.currentThread().isInterrupted(); shard++) {
            try {
                published += publishHeld(shard, shard);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return published;
    }

    /** All that can be held of the shards, in one transaction: commits and acknowledgements are waited for once. */
    private int publishHeld(int first, int last) {
        return inSystem(() -> {
            var held = hold(first, last);
            return held.isEmpty() ? 0 : publish(held);
        });
    }

    private List<Integer> hold(int first, int last) {
        return sql.query(
                // Apart, lest shards be locked that have no rows.
                "WITH waiting AS MATERIALIZED (SELECT s FROM generate_series(?, ?) s"
                        + " WHERE EXISTS (SELECT FROM outbox WHERE shard = s::smallint))"
                        + " SELECT s FROM waiting WHERE pg_try_advisory_xact_lock(?, s)",
                row -> row.getInt(1),
                first,
                last,
                LOCK);
    }

    private record Waiting(int shard, long seq, ProducerRecord<String, @Nullable String> record) {}

    private int publish(List<Integer> held) {
        var batch = sql.query(
                "SELECT o.* FROM unnest(?::smallint[]) held (shard), LATERAL (SELECT shard, seq, id, tenant_id,"
                        + " aggregatetype, aggregateid, type, version, payload, traceparent, created_at FROM outbox"
                        + " WHERE shard = held.shard ORDER BY seq LIMIT ?) o ORDER BY o.shard, o.seq",
                row -> new Waiting(row.getInt("shard"), row.getLong("seq"), record(row)),
                held.toArray(Integer[]::new),
                Math.min(MOST_OF_A_SHARD, MOST / held.size()));
        batch.forEach(waiting -> producer.send(waiting.record()));
        producer.awaitAll();
        sql.update(
                "DELETE FROM outbox o USING unnest(?::smallint[], ?::bigint[]) sent (shard, seq)"
                        + " WHERE o.shard = sent.shard AND o.seq = sent.seq",
                batch.stream().map(Waiting::shard).toArray(Integer[]::new),
                batch.stream().map(Waiting::seq).toArray(Long[]::new));
        return batch.size();
    }

    private ProducerRecord<String, @Nullable String> record(ResultSet row) throws SQLException {
        var event = new Event(
                row.getString("id"),
                source,
                row.getString("type"),
                row.getString("tenant_id"),
                row.getString("aggregateid"),
                row.getLong("version"),
                row.getString("payload"),
                row.getString("traceparent"));
        return Envelope.write(
                row.getString("aggregatetype"),
                event,
                row.getTimestamp("created_at").toInstant());
    }

    @Override
    public void close() {
        producer.close();
    }

    private <T> T inSystem(Callable<T> work) {
        return tenants.asSystem(
                () -> QuarkusTransaction.requiringNew().timeout(120).call(work));
    }
}

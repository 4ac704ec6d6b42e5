package dev.rivulet.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Events leave in the transaction that caused them: a row here, sent to Kafka by the {@link Relay} after the commit.
 * The table has the shape of Debezium's outbox router, so that a connector can take the relay's place.
 */
@Singleton
public class Outbox {

    private final Sql sql;
    private final ObjectMapper json;
    private final Tenants tenants;
    private final TransactionSynchronizationRegistry transaction;
    private final RelayWakeUp relay;

    Outbox(
            Sql sql,
            ObjectMapper json,
            Tenants tenants,
            TransactionSynchronizationRegistry transaction,
            RelayWakeUp relay) {
        this.sql = sql;
        this.json = json;
        this.tenants = tenants;
        this.transaction = transaction;
        this.relay = relay;
    }

    /**
     * Publishes an event of an aggregate at a version.
     *
     * @param version rises with every change of the aggregate; consumers of snapshots drop what is not newer
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(EventType event, UUID aggregate, long version, Object payload) {
        try {
            insert(event, aggregate, version, json.writeValueAsString(payload));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + event.type(), e);
        }
    }

    /** An event to be published together with many others. */
    public record Publication(EventType event, UUID aggregate, long version, Object payload) {}

    /** Publishes many events in one statement; those of one aggregate keep their order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publishAll(List<Publication> publications) {
        if (publications.isEmpty()) {
            return;
        }
        sql.update(
                "INSERT INTO outbox (id, tenant_id, aggregatetype, aggregateid, type, version, payload, traceparent)"
                        + " SELECT id, ?, topic, aggregate, type, version, payload, ?"
                        + " FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[])"
                        + " WITH ORDINALITY event (id, topic, aggregate, type, version, payload, place) ORDER BY place",
                tenants.current(),
                TraceContext.current(),
                texts(publications, event -> UuidVersion7Strategy.INSTANCE.generateUuid(null)),
                texts(publications, event -> event.event().topic()),
                texts(publications, Publication::aggregate),
                texts(publications, event -> event.event().type()),
                publications.stream().map(Publication::version).toArray(Long[]::new),
                texts(publications, this::payload));
        transaction.registerInterposedSynchronization(new WakeAfterCommit(relay));
    }

    private String payload(Publication publication) {
        try {
            return json.writeValueAsString(publication.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot write " + publication.event().type(), e);
        }
    }

    private static String[] texts(List<Publication> publications, Function<Publication, Object> column) {
        return publications.stream()
                .map(publication -> column.apply(publication).toString())
                .toArray(String[]::new);
    }

    /** Publishes the end of an aggregate: a tombstone, which lets compaction forget it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tombstone(EventType event, UUID aggregate, long version) {
        insert(event, aggregate, version, null);
    }

    private void insert(EventType event, UUID aggregate, long version, @Nullable String payload) {
        sql.update(
                "INSERT INTO outbox (id, tenant_id, aggregatetype, aggregateid, type, version, payload, traceparent)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                tenants.current(),
                event.topic(),
                aggregate.toString(),
                event.type(),
                version,
                payload,
                TraceContext.current());
        transaction.registerInterposedSynchronization(new WakeAfterCommit(relay));
    }

    private record WakeAfterCommit(RelayWakeUp relay) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}

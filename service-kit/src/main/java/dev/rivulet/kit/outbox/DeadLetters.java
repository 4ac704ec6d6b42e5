package dev.rivulet.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.sql.Sql;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/**
 * Events that could not be applied, with the reason, in the order they came. Each is announced on the service's
 * dead-letter topic as well, so that operators need not look into databases.
 */
@Singleton
class DeadLetters {

    private final Sql sql;
    private final ObjectMapper json;
    private final DeadLetterTopic announcements;

    DeadLetters(Sql sql, ObjectMapper json, DeadLetterTopic announcements) {
        this.sql = sql;
        this.json = json;
        this.announcements = announcements;
    }

    /** Whether an earlier event of the key waits for an operator, so that its successors must wait too. */
    boolean blocks(String consumer, String aggregate) {
        return sql.query(
                        "SELECT EXISTS (SELECT FROM dead_letter WHERE consumer = ? AND aggregate_id = ?"
                                + " AND resolved_at IS NULL)",
                        row -> row.getBoolean(1),
                        consumer,
                        aggregate)
                .getFirst();
    }

    void park(String consumer, Inbox.Arrival arrival, String reason) {
        insert(consumer, arrival.record(), arrival.event(), reason);
    }

    /** A record without a readable envelope belongs to no tenant; only operators of the cluster see it. */
    void parkUnreadable(String consumer, ConsumerRecord<String, String> record, String reason) {
        insert(consumer, record, null, reason);
    }

    private void insert(String consumer, ConsumerRecord<String, String> record, @Nullable Event event, String reason) {
        var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        var inserted = sql.update(
                "INSERT INTO dead_letter (id, tenant_id, consumer, topic, partition, \"offset\", aggregate_id, event,"
                        + " payload, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                id,
                event == null ? "*" : event.tenant(),
                consumer,
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? "" : printable(record.key()),
                event == null ? null : text(event),
                record.value() == null ? null : printable(record.value()),
                printable(reason));
        if (inserted == 1 && event != null) {
            announcements.announce(
                    DeadLetter.of(id, consumer, record.topic(), record.partition(), record.offset(), event, reason));
        }
    }

    /** Whatever made the event undigestible, a NUL in it must not make it unparkable. */
    private static String printable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private String text(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the event down", e);
        }
    }

    /** Marks as resolved. */
    void resolve(UUID id) {
        sql.update("UPDATE dead_letter SET resolved_at = now() WHERE id = ?", id);
    }
}

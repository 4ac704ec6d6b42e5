package dev.rivulet.kit.outbox;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What an operator does with dead letters. */
@Singleton
class DeadLetterDesk {

    private final Sql sql;
    private final DeadLetters letters;
    private final Inbox inbox;
    private final List<EventHandler> handlers;

    DeadLetterDesk(Sql sql, DeadLetters letters, Inbox inbox, @All List<EventHandler> handlers) {
        this.sql = sql;
        this.letters = letters;
        this.inbox = inbox;
        this.handlers = handlers;
    }

    @Transactional
    List<DeadLetter> unresolved(UUID after, int limit) {
        return select("id > ? ORDER BY id LIMIT " + limit, after).stream()
                .map(Parked::letter)
                .toList();
    }

    @Transactional
    void replay(UUID id) {
        var first = byId(id);
        var handler = handlers.stream()
                .filter(h -> h.consumer().equals(first.letter().consumer()))
                .findFirst()
                .orElseThrow(() ->
                        Rejected.conflict("dead-letter-consumer", first.letter().consumer()));
        for (var parked : select(
                "consumer = ? AND aggregate_id = ? ORDER BY id",
                first.letter().consumer(),
                first.letter().key())) {
            try {
                inbox.apply(handler, parked.event(), parked.letter().topic());
            } catch (RuntimeException e) {
                throw Rejected.conflict("dead-letter-fails", parked.letter().id(), Patience.reason(e));
            }
            letters.resolve(parked.letter().id());
        }
    }

    @Transactional
    void dismiss(UUID id) {
        letters.resolve(byId(id).letter().id());
    }

    private Parked byId(UUID id) {
        return select("id = ?", id).stream().findFirst().orElseThrow(() -> Rejected.notFound("dead letter", id));
    }

    private record Parked(DeadLetter letter, Event event) {}

    private List<Parked> select(String condition, Object... values) {
        return sql.query(
                "SELECT id, consumer, topic, partition, \"offset\", event, reason FROM dead_letter"
                        + " WHERE resolved_at IS NULL AND " + condition,
                DeadLetterDesk::parked,
                values);
    }

    private static Parked parked(ResultSet row) throws SQLException {
        var event = Event.read(row.getString("event"), Event.class);
        var letter = DeadLetter.of(
                row.getObject("id", UUID.class),
                row.getString("consumer"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("offset"),
                event,
                row.getString("reason"));
        return new Parked(letter, event);
    }
}

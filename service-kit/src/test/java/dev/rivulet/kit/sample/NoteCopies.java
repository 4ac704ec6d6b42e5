package dev.rivulet.kit.sample;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps a copy of every note and counts how often it was changed. */
@ApplicationScoped
public class NoteCopies implements EventHandler {

    record NoteState(UUID id, String title) {}

    @Inject
    Inbox inbox;

    @Inject
    EntityManager em;

    @Override
    public String consumer() {
        return "note-copies";
    }

    @Incoming("note-states")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        var note = event.as(NoteState.class);
        em.createNativeQuery("INSERT INTO note_copy (tenant_id, id, title, version, effects) VALUES (?, ?, ?, ?, 1)"
                        + " ON CONFLICT (tenant_id, id) DO UPDATE SET title = excluded.title,"
                        + " version = excluded.version, effects = note_copy.effects + 1")
                .setParameter(1, event.tenant())
                .setParameter(2, note.id())
                .setParameter(3, note.title())
                .setParameter(4, event.version())
                .executeUpdate();
    }
}

package dev.rivulet.kit.sample;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes every fact down in the order received; a note called "poison" cannot be written until it is cured. */
@ApplicationScoped
public class NoteFacts implements EventHandler {

    public static volatile boolean cured;

    @Inject
    Inbox inbox;

    @Inject
    EntityManager em;

    @Override
    public String consumer() {
        return "note-facts";
    }

    @Incoming("note-facts")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        var note = event.as(NoteCopies.NoteState.class);
        if (note.title().equals("poison") && !cured) {
            throw new IllegalStateException("cannot digest " + note.id());
        }
        em.createNativeQuery("INSERT INTO note_fact (tenant_id, note_id, title) VALUES (?, ?, ?)")
                .setParameter(1, event.tenant())
                .setParameter(2, note.id())
                .setParameter(3, note.title())
                .executeUpdate();
    }
}

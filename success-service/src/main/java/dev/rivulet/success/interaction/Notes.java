package dev.rivulet.success.interaction;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.input.Happened;
import dev.rivulet.success.timeline.EntryKind;
import dev.rivulet.success.timeline.Timeline;
import dev.rivulet.success.timeline.TimelineEntry;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Notes live in the timeline and nowhere else. */
@ApplicationScoped
class Notes {

    private final Customers customers;
    private final Timeline timeline;
    private final TenantClock clock;
    private final SecurityIdentity identity;

    Notes(Customers customers, Timeline timeline, TenantClock clock, SecurityIdentity identity) {
        this.customers = customers;
        this.timeline = timeline;
        this.clock = clock;
        this.identity = identity;
    }

    @Transactional
    NoteView write(UUID account, NoteRequest request) {
        var at = Happened.at(request.occurredAt(), clock.now(), "/occurredAt");
        customers.get(account);
        var note = new NoteView(
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                account,
                request.text().strip(),
                at,
                identity.getPrincipal().getName());
        timeline.append(TimelineEntry.of(account, EntryKind.NOTE, at, note.id(), Map.of("author", note.author()))
                .saying(note.text()));
        return note;
    }
}

package dev.rivulet.subscription.partner;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps the copy of the catalog's partners. */
@ApplicationScoped
public class PartnerCopies implements EventHandler {

    /** What this service reads of {@code dev.rivulet.catalog.partner.changed.v1}. */
    record PartnerState(UUID id, String name, @Nullable String tier, String status) {}

    private final Inbox inbox;
    private final PartnerRepository partners;

    PartnerCopies(Inbox inbox, PartnerRepository partners) {
        this.inbox = inbox;
        this.partners = partners;
    }

    @Override
    public String consumer() {
        return "partner-copies";
    }

    @Incoming("catalog-partners")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (event.isTombstone()) {
            partners.deleteById(event.aggregateId());
        } else if (event.type().equals("dev.rivulet.catalog.partner.changed.v1")) {
            take(event.as(PartnerState.class));
        }
    }

    private void take(PartnerState state) {
        var known = partners.findById(state.id());
        var partner = known == null ? new Partner() : known;
        partner.id = state.id();
        partner.name = state.name();
        partner.tier = state.tier();
        partner.status = state.status();
        partners.persist(partner);
    }
}

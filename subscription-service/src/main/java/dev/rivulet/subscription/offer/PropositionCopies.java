package dev.rivulet.subscription.offer;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps the copy of the catalog's value propositions. */
@ApplicationScoped
public class PropositionCopies implements EventHandler {

    /** What this service reads of {@code dev.rivulet.catalog.proposition.changed.v1}. */
    record PropositionState(
            UUID id,
            UUID productId,
            UUID segmentId,
            String status,
            int propositionVersion,
            String oneLiner,
            @Nullable Benefit benefit) {}

    private final Inbox inbox;
    private final PropositionRepository propositions;

    PropositionCopies(Inbox inbox, PropositionRepository propositions) {
        this.inbox = inbox;
        this.propositions = propositions;
    }

    @Override
    public String consumer() {
        return "proposition-copies";
    }

    @Incoming("catalog-propositions")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (event.isTombstone()) {
            propositions.deleteById(event.aggregateId());
        } else if (event.type().equals("dev.rivulet.catalog.proposition.changed.v1")) {
            take(event.as(PropositionState.class));
        }
    }

    private void take(PropositionState state) {
        var known = propositions.findById(state.id());
        var proposition = known == null ? new OfferProposition() : known;
        proposition.id = state.id();
        proposition.productId = state.productId();
        proposition.segmentId = state.segmentId();
        proposition.status = state.status();
        proposition.propositionVersion = state.propositionVersion();
        proposition.oneLiner = state.oneLiner();
        proposition.benefit = state.benefit();
        propositions.persist(proposition);
    }
}

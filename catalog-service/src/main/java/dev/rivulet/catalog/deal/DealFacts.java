package dev.rivulet.catalog.deal;

import dev.rivulet.catalog.deal.Deals.Deal;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows deals as they are opened, won and lost. */
@ApplicationScoped
class DealFacts implements EventHandler {

    private final Inbox inbox;
    private final Deals deals;

    DealFacts(Inbox inbox, Deals deals) {
        this.inbox = inbox;
        this.deals = deals;
    }

    @Override
    public String consumer() {
        return "deal-facts";
    }

    @Incoming("deal-facts")
    @Blocking
    void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        switch (event.type()) {
            case "dev.rivulet.subscription.deal.opened.v1" -> follow(event, DealStatus.OPEN);
            case "dev.rivulet.subscription.deal.won.v1" -> follow(event, DealStatus.WON);
            case "dev.rivulet.subscription.deal.lost.v1" -> follow(event, DealStatus.LOST);
            default -> {
                // Other facts about deals are no concern of the catalog.
            }
        }
    }

    private void follow(Event event, DealStatus status) {
        var fact = event.as(DealFact.class);
        deals.follow(
                new Deal(fact.dealId(), fact.productId(), fact.segmentId(), fact.propositionId(), status),
                fact.subscriptionIds());
    }
}

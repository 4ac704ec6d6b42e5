package dev.rivulet.catalog.deal;

import dev.rivulet.catalog.deal.Deals.Deal;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A subscription sold is a deal won, whatever becomes of the subscription later. */
@ApplicationScoped
class SubscriptionWins implements EventHandler {

    private final Inbox inbox;
    private final Deals deals;

    SubscriptionWins(Inbox inbox, Deals deals) {
        this.inbox = inbox;
        this.deals = deals;
    }

    @Override
    public String consumer() {
        return "deal-wins";
    }

    @Incoming("deal-wins")
    @Blocking
    void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (!event.isTombstone() && event.type().equals(SoldSubscription.TYPE)) {
            var sold = event.as(SoldSubscription.class);
            deals.sold(new Deal(sold.id(), sold.productId(), null, sold.propositionId(), DealStatus.WON));
        }
    }
}

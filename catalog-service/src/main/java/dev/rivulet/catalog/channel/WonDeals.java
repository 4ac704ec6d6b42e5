package dev.rivulet.catalog.channel;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Remembers every sale: a subscription that was cancelled since, or forgotten, was sold all the same. */
@ApplicationScoped
class WonDeals implements EventHandler {

    private final Inbox inbox;
    private final WonDealRepository deals;

    WonDeals(Inbox inbox, WonDealRepository deals) {
        this.inbox = inbox;
        this.deals = deals;
    }

    @Override
    public String consumer() {
        return "channel-deals";
    }

    @Incoming("won-deals")
    @Blocking
    void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (event.type().equals(SoldSubscription.TYPE) && !event.isTombstone()) {
            record(event.as(SoldSubscription.class));
        }
    }

    private void record(SoldSubscription subscription) {
        var deal = deals.findByIdOptional(subscription.id()).orElseGet(WonDeal::new);
        deal.subscriptionId = subscription.id();
        deal.productId = subscription.productId();
        deal.accountId = subscription.accountId();
        deal.startDate = subscription.startDate();
        deals.persist(deal);
    }
}

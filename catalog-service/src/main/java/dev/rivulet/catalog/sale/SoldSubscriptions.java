package dev.rivulet.catalog.sale;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the copy of the subscriptions. */
@ApplicationScoped
class SoldSubscriptions implements EventHandler {

    private final Inbox inbox;
    private final SaleRepository sales;

    SoldSubscriptions(Inbox inbox, SaleRepository sales) {
        this.inbox = inbox;
        this.sales = sales;
    }

    @Override
    public String consumer() {
        return "sold-subscriptions";
    }

    @Incoming("sold-subscriptions")
    @Blocking
    void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (event.isTombstone()) {
            sales.deleteById(event.aggregateId());
        } else if (event.type().equals(SubscriptionState.TYPE)) {
            take(event.as(SubscriptionState.class));
        }
    }

    private void take(SubscriptionState state) {
        var sold = sales.findByIdOptional(state.id()).orElseGet(SoldSubscription::new);
        sold.id = state.id();
        sold.accountId = state.accountId();
        sold.productId = state.productId();
        sold.planId = state.planId();
        sold.planVersion = state.planVersion();
        sold.price = state.price();
        sold.period = state.period();
        sold.propositionId = state.propositionId();
        sold.propositionVersion = state.propositionVersion();
        sold.seats = state.seats();
        sold.status = state.status();
        sold.startDate = state.startDate();
        sold.endDate = state.endDate();
        sold.partnerId = state.partnerId();
        sales.persist(sold);
    }
}

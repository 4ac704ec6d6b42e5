package dev.rivulet.success.journey;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import dev.rivulet.success.transaction.BeforeCommit;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The deals of the subscription service: a manager joins when the signature is near. */
@ApplicationScoped
class DealFacts implements EventHandler {

    private final Inbox inbox;
    private final BeforeCommit beforeCommit;
    private final Enrolling enrolling;

    DealFacts(Inbox inbox, BeforeCommit beforeCommit, Enrolling enrolling) {
        this.inbox = inbox;
        this.beforeCommit = beforeCommit;
        this.enrolling = enrolling;
    }

    @Override
    public String consumer() {
        return "success-journey-deals";
    }

    @Incoming("journey-deals")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    /** Put off to the end of the transaction, so that the customers of all of them are locked in one order. */
    @Override
    public void on(Event event) {
        switch (event.type()) {
            case DealFact.CONTRACTING -> {
                var deal = event.as(DealFact.class);
                heard().add(new DealNews.Contracting(deal.dealId(), deal.accountId()));
            }
            case DealFact.WON -> {
                var deal = event.as(DealFact.class);
                heard().add(new DealNews.Won(deal.dealId(), Objects.requireNonNull(deal.accountId())));
            }
            case DealFact.LOST ->
                heard().add(new DealNews.Lost(event.as(DealFact.class).dealId()));
            default -> {
                // Other facts about deals are no concern of journeys.
            }
        }
    }

    private record Heard(List<DealNews> news) {}

    private List<DealNews> heard() {
        return beforeCommit
                .collect(Heard.class, () -> new Heard(new ArrayList<>()), heard -> enrolling.hear(heard.news()))
                .news();
    }
}

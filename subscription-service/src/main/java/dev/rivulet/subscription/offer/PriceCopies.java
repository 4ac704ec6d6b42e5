package dev.rivulet.subscription.offer;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import dev.rivulet.kit.price.Offer;
import dev.rivulet.kit.price.terms.PriceModels;
import dev.rivulet.kit.price.terms.PriceTerms;
import dev.rivulet.subscription.rating.domain.Timing;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps the copy of the catalog's prices. */
@ApplicationScoped
public class PriceCopies implements EventHandler {

    /** What this service reads of {@code dev.rivulet.catalog.price.changed.v1}. */
    record PriceState(
            UUID id,
            UUID planId,
            String component,
            @Nullable UUID priceBookId,
            String currency,
            PriceTerms terms,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable BigDecimal minimumQuantity,
            @Nullable BigDecimal maximumQuantity,
            @Nullable BigDecimal minimumCharge,
            @Nullable Timing billing) {

        /** Refuses terms that this service would not know how to bill. */
        RecordedPrice price(long revision) {
            return new RecordedPrice(
                    new Offer(
                            id,
                            Math.toIntExact(revision),
                            false,
                            priceBookId,
                            component,
                            PriceModels.of(terms).metric(),
                            currency,
                            validFrom,
                            validTo,
                            minimumQuantity,
                            maximumQuantity),
                    terms,
                    minimumCharge,
                    billing);
        }
    }

    private final Inbox inbox;
    private final PriceRows prices;

    PriceCopies(Inbox inbox, PriceRows prices) {
        this.inbox = inbox;
        this.prices = prices;
    }

    @Override
    public String consumer() {
        return "price-copies";
    }

    @Incoming("catalog-prices")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (event.isTombstone()) {
            prices.forget(event.aggregateId());
        } else if (event.type().equals("dev.rivulet.catalog.price.changed.v1")) {
            var state = event.as(PriceState.class);
            prices.keep(state.planId(), state.price(event.version()));
        }
    }
}

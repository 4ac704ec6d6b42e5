package dev.rivulet.subscription.offer;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import dev.rivulet.kit.price.Audience;
import dev.rivulet.kit.price.Book;
import dev.rivulet.kit.price.Channel;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps the copy of the catalog's price books. */
@ApplicationScoped
public class PriceBookCopies implements EventHandler {

    /** What this service reads of {@code dev.rivulet.catalog.price-book.changed.v1}. */
    record PriceBookState(
            UUID id,
            String key,
            String status,
            @Nullable String currency,
            @Nullable String country,
            @Nullable Channel channel,
            @Nullable UUID segmentId,
            @Nullable String partnerTier,
            @Nullable UUID parentId,
            List<Book.Change> adjustments) {

        Book book() {
            return new Book(
                    id, key, parentId, new Audience(currency, country, channel, segmentId, partnerTier), adjustments);
        }
    }

    private final Inbox inbox;
    private final PriceBookRows books;

    PriceBookCopies(Inbox inbox, PriceBookRows books) {
        this.inbox = inbox;
        this.books = books;
    }

    @Override
    public String consumer() {
        return "price-book-copies";
    }

    @Incoming("catalog-price-books")
    @Blocking
    public void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        if (event.isTombstone()) {
            books.forget(event.aggregateId());
        } else if (event.type().equals("dev.rivulet.catalog.price-book.changed.v1")) {
            take(event.as(PriceBookState.class));
        }
    }

    private void take(PriceBookState state) {
        if (state.status().equals("IN_USE")) {
            books.keep(state.book());
        } else {
            books.forget(state.id());
        }
    }
}

package dev.rivulet.catalog.price;

import dev.rivulet.catalog.events.PriceBookChanged;
import dev.rivulet.catalog.segment.Segmentation;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.price.Audience;
import dev.rivulet.kit.price.Book;
import dev.rivulet.kit.price.Channel;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps price books apart, so that no two could ever tie. */
@ApplicationScoped
@Transactional
class PriceBooks {

    static final int DEEPEST = 8;

    private final PriceBookRepository books;
    private final BookAdjustments adjustments;
    private final PriceRows prices;
    private final PriceLedger ledger;
    private final Segmentation segmentation;
    private final TenantClock clock;
    private final Outbox outbox;

    PriceBooks(
            PriceBookRepository books,
            BookAdjustments adjustments,
            PriceRows prices,
            PriceLedger ledger,
            Segmentation segmentation,
            TenantClock clock,
            Outbox outbox) {
        this.books = books;
        this.adjustments = adjustments;
        this.prices = prices;
        this.ledger = ledger;
        this.segmentation = segmentation;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** A book with its percentages, as they were recorded at an instant; null for the present. */
    record Whole(
            PriceBook book,
            List<Book.Change> changes,
            @Nullable Instant asOf) {

        PriceBookView view() {
            return PriceBookView.of(book, changes, asOf);
        }
    }

    List<Whole> list(UUID after, int count, @Nullable Instant asOf) {
        var instant = ledger.settled(asOf, "?asOf");
        return wholes(books.after(after, count, instant), instant);
    }

    Whole get(UUID id, @Nullable Instant asOf) {
        var instant = ledger.settled(asOf, "?asOf");
        var book = get(id);
        if (instant != null && book.recordedFrom.isAfter(instant)) {
            throw Rejected.notFound("price book", id);
        }
        return wholes(List.of(book), instant).getFirst();
    }

    private List<Whole> wholes(List<PriceBook> found, @Nullable Instant asOf) {
        var changes = adjustments.of(found.stream().map(book -> book.id).toList(), asOf);
        return found.stream()
                .map(book -> new Whole(book, changes.getOrDefault(book.id, List.of()), asOf))
                .toList();
    }

    PriceBook get(UUID id) {
        return books.findByIdOptional(id).orElseThrow(() -> Rejected.notFound("price book", id));
    }

    /** The book a request names. */
    PriceBook inUse(UUID id, String pointer) {
        return books.findByIdOptional(id)
                .filter(book -> book.recordedTo == null)
                .orElseThrow(() -> Rejected.unprocessable("price-book-unknown", pointer, id));
    }

    Whole add(PriceBookRequest request) {
        if (request.partnerTier() != null && request.channel() != Channel.PARTNER) {
            throw Rejected.invalid("partner-tier-channel", "/partnerTier");
        }
        if (request.segmentId() != null && !segmentation.has(request.segmentId())) {
            throw Rejected.unprocessable("segment-unknown", "/segmentId", request.segmentId());
        }
        var stamp = ledger.recordBook();
        var book = new PriceBook();
        book.key = request.key();
        book.currency = request.currency();
        book.country = request.country();
        book.channel = request.channel();
        book.segmentId = request.segmentId();
        book.partnerTier = request.partnerTier();
        book.parentId = request.parentId();
        book.depth = request.parentId() == null ? 1 : depthUnder(request);
        book.zone = Objects.requireNonNullElse(request.zone(), PriceBook.UTC);
        book.createdAt = clock.now();
        book.recordedFrom = stamp;
        if (books.hasKey(book.key)) {
            throw Rejected.conflict("key-taken", book.key);
        }
        refuseTie(book.audience());
        books.persistAndFlush(book);
        if (request.parentId() != null || request.percent() != null) {
            adjustments.set(book.id, null, Objects.requireNonNullElse(request.percent(), BigDecimal.ZERO), stamp);
        }
        return announced(book);
    }

    /** Puts another percentage on what the book takes from its parent. */
    Whole adjust(UUID id, @Nullable String ifMatch, AdjustmentRequest request) {
        var stamp = ledger.recordBook();
        var book = changeable(id, ifMatch);
        adjustments.set(id, request.from(), request.percent(), stamp);
        books.getEntityManager().lock(book, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        return announced(book);
    }

    Whole retire(UUID id, @Nullable String ifMatch) {
        var stamp = ledger.recordBook();
        var book = changeable(id, ifMatch);
        var child = books.childOf(id);
        if (child.isPresent()) {
            throw Rejected.conflict("price-book-parent", child.get().id);
        }
        if (prices.anyInBook(id)) {
            throw Rejected.conflict("price-book-not-empty", id);
        }
        book.recordedTo = stamp;
        return announced(book);
    }

    private int depthUnder(PriceBookRequest request) {
        var parent = inUse(Objects.requireNonNull(request.parentId()), "/parentId");
        if (request.currency() != null
                && parent.currency != null
                && !request.currency().equals(parent.currency)) {
            throw Rejected.unprocessable("price-book-currency", "/currency", parent.currency);
        }
        if (parent.depth == DEEPEST) {
            throw Rejected.unprocessable("price-book-depth", "/parentId", DEEPEST);
        }
        return parent.depth + 1;
    }

    private void refuseTie(Audience audience) {
        var other = books.forAudience(audience);
        if (other.isPresent()) {
            throw Rejected.conflict("price-book-tie", other.get().key, other.get().id);
        }
    }

    private PriceBook changeable(UUID id, @Nullable String ifMatch) {
        var book = get(id);
        Etag.require(ifMatch, book.version);
        if (book.recordedTo != null) {
            throw Rejected.conflict("price-book-retired", id);
        }
        return book;
    }

    /** Tells everyone of a book as it stands. */
    Whole announced(PriceBook book) {
        books.flush();
        var whole = wholes(List.of(book), null).getFirst();
        outbox.publish(
                PriceBookChanged.TYPE,
                book.id,
                book.version,
                new PriceBookChanged(
                        book.id,
                        book.key,
                        book.status().name(),
                        book.currency,
                        book.country,
                        book.channel == null ? null : book.channel.name(),
                        book.segmentId,
                        book.partnerTier,
                        book.parentId,
                        book.zone,
                        whole.changes().stream()
                                .map(change -> new PriceBookChanged.Adjustment(
                                        change.from(), change.percent().toPlainString()))
                                .toList()));
        return whole;
    }
}

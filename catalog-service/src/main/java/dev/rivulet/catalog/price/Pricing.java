package dev.rivulet.catalog.price;

import dev.rivulet.catalog.events.PriceChanged;
import dev.rivulet.catalog.plan.Plans;
import dev.rivulet.catalog.plan.domain.BillingTiming;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.price.terms.PriceModels;
import dev.rivulet.kit.price.terms.PriceTerms;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Records prices, their ends and corrections. What was recorded before stays readable as it was. */
@ApplicationScoped
@Transactional
class Pricing {

    private final PriceRows rows;
    private final PriceLedger ledger;
    private final PriceBooks books;
    private final PriceTurns turns;
    private final Plans plans;
    private final TermsJson json;
    private final TenantClock clock;
    private final Outbox outbox;

    Pricing(
            PriceRows rows,
            PriceLedger ledger,
            PriceBooks books,
            PriceTurns turns,
            Plans plans,
            TermsJson json,
            TenantClock clock,
            Outbox outbox) {
        this.rows = rows;
        this.ledger = ledger;
        this.books = books;
        this.turns = turns;
        this.plans = plans;
        this.json = json;
        this.clock = clock;
        this.outbox = outbox;
    }

    List<PriceView> list(
            UUID after,
            int count,
            @Nullable UUID planId,
            @Nullable UUID bookId,
            @Nullable LocalDate validOn,
            @Nullable Instant asOf) {
        return rows.after(after, count, planId, bookId, validOn, ledger.settled(asOf, "?asOf")).stream()
                .map(price -> PriceView.of(price, json))
                .toList();
    }

    PriceView get(UUID id, @Nullable Instant asOf) {
        return PriceView.of(found(id, ledger.settled(asOf, "?asOf")), json);
    }

    PriceView record(PriceRequest request) {
        var product = plans.productOf(request.planId())
                .orElseThrow(() -> Rejected.unprocessable("plan-unknown", "/planId", request.planId()));
        var metric = metric(request.terms(), request.billing(), request.minimumCharge());
        if (request.validTo() != null && !request.validTo().isAfter(request.validFrom())) {
            throw Rejected.invalid("validity-empty", "/validTo");
        }
        if (request.minimumQuantity() != null
                && request.maximumQuantity() != null
                && request.minimumQuantity().compareTo(request.maximumQuantity()) > 0) {
            throw Rejected.invalid("quantity-order", "/maximumQuantity");
        }
        var stamp = ledger.record();
        var zone = zoneOf(request.priceBookId(), request.currency());
        var price = new Price(
                UuidVersion7Strategy.INSTANCE.generateUuid(null),
                0,
                request.planId(),
                product,
                null,
                request.componentOrBase(),
                request.priceBookId(),
                request.currency(),
                request.validFrom(),
                request.validTo(),
                request.minimumQuantity(),
                request.maximumQuantity(),
                metric,
                json.write(request.terms()),
                request.minimumCharge(),
                request.billing(),
                stamp,
                null);
        return added(price, zone);
    }

    PriceView end(UUID id, @Nullable String ifMatch, @Nullable LocalDate validTo) {
        var stamp = ledger.record();
        var price = changeable(id, ifMatch);
        var zone = zoneOf(price);
        if (price.validTo() != null && !clock.today(zone).isBefore(price.validTo())) {
            throw Rejected.conflict("price-ended", id, price.validTo());
        }
        if (validTo != null && price.validFrom() != null && !validTo.isAfter(price.validFrom())) {
            throw Rejected.unprocessable("validity-empty", "/validTo");
        }
        rows.close(price, stamp);
        return added(price.until(validTo, stamp), zone);
    }

    PriceView correct(UUID id, @Nullable String ifMatch, CorrectionRequest request) {
        PriceModels.of(request.terms());
        var stamp = ledger.record();
        var price = changeable(id, ifMatch);
        var minimum = request.minimumCharge() == null ? price.minimumCharge() : request.minimumCharge();
        var billing = request.billing() == null ? price.billing() : request.billing();
        var corrected = price.corrected(
                json.write(request.terms()), metric(request.terms(), billing, minimum), minimum, billing, stamp);
        rows.close(price, stamp);
        return added(corrected, zoneOf(price));
    }

    /**
     * The metric of terms that make sense: what is used is known when the period is over, and not before, and the least
     * is no more than the most.
     */
    static @Nullable String metric(
            PriceTerms terms, @Nullable BillingTiming billing, @Nullable BigDecimal minimumCharge) {
        var metric = PriceModels.of(terms).metric();
        if (billing != null && metric != null) {
            throw Rejected.invalid("billing-metered", "/billing");
        }
        var most = terms.maximumAmount();
        if (minimumCharge != null && most != null && minimumCharge.compareTo(most) > 0) {
            throw Rejected.invalid(
                    "minimum-above-maximum", "/minimumCharge", minimumCharge.toPlainString(), most.toPlainString());
        }
        return metric;
    }

    PriceView withdraw(UUID id, @Nullable String ifMatch) {
        var stamp = ledger.record();
        var price = changeable(id, ifMatch);
        rows.close(price, stamp);
        withdrawn(price);
        return PriceView.of(price, json);
    }

    private PriceView added(Price price, ZoneId zone) {
        var other = rows.overlapping(price);
        if (other != null) {
            throw Rejected.conflict("price-overlap", other);
        }
        rows.add(price);
        announced(price, zone);
        return PriceView.of(price, json);
    }

    /** Tells everyone of a price as it stands, and when its days come. */
    void announced(Price price, ZoneId zone) {
        outbox.publish(PriceChanged.TYPE, price.id(), price.revision(), changed(price));
        turns.plan(price, zone);
    }

    /** Tells everyone that a price does not stand any more, this row being its last. */
    void withdrawn(Price price) {
        turns.withdraw(price);
        outbox.tombstone(PriceChanged.TYPE, price.id(), price.revision() + 1L);
    }

    private PriceChanged changed(Price price) {
        return new PriceChanged(
                price.id(),
                price.planId(),
                price.productId(),
                price.component(),
                price.bookId(),
                price.currency(),
                json.tree(price.terms()),
                price.validFrom(),
                price.validTo(),
                price.minimum() == null ? null : price.minimum().toPlainString(),
                price.maximum() == null ? null : price.maximum().toPlainString(),
                price.minimumCharge() == null ? null : price.minimumCharge().toPlainString(),
                price.billing() == null ? null : price.billing().name());
    }

    private Price changeable(UUID id, @Nullable String ifMatch) {
        var price = found(id, null);
        Etag.require(ifMatch, price.revision());
        if (price.isOfPlan()) {
            throw Rejected.conflict("price-of-plan", id);
        }
        return price;
    }

    private Price found(UUID id, @Nullable Instant asOf) {
        var price = rows.find(id, asOf);
        if (price == null) {
            throw Rejected.notFound("price", id);
        }
        return price;
    }

    private ZoneId zoneOf(Price price) {
        return price.bookId() == null ? ZoneId.of(PriceBook.UTC) : ZoneId.of(books.get(price.bookId()).zone);
    }

    private ZoneId zoneOf(@Nullable UUID bookId, String currency) {
        if (bookId == null) {
            return ZoneId.of(PriceBook.UTC);
        }
        var book = books.inUse(bookId, "/priceBookId");
        if (book.currency != null && !book.currency.equals(currency)) {
            throw Rejected.unprocessable("price-book-currency", "/currency", book.currency);
        }
        return ZoneId.of(book.zone);
    }
}

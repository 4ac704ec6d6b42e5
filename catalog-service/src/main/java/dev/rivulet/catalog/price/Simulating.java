package dev.rivulet.catalog.price;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.Audience;
import dev.rivulet.kit.price.Channel;
import dev.rivulet.kit.price.Question;
import dev.rivulet.kit.problem.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Prices the same purchase by several plans, for several buyers, in several quantities. */
@ApplicationScoped
@Transactional
class Simulating {

    private static final int MOST = 400;

    private final Quoting quoting;
    private final PriceBooks books;
    private final PriceLedger ledger;

    Simulating(Quoting quoting, PriceBooks books, PriceLedger ledger) {
        this.quoting = quoting;
        this.books = books;
        this.ledger = ledger;
    }

    private record Buyer(@Nullable UUID bookId, Audience audience) {}

    SimulationView simulate(SimulationRequest request) {
        var quantities = request.quantities() == null || request.quantities().isEmpty()
                ? List.of(BigDecimal.ONE)
                : request.quantities();
        var buyers = buyers(request);
        if (request.planIds().size() * buyers.size() * quantities.size() > MOST) {
            throw Rejected.invalid("simulation-too-large", "/planIds", MOST);
        }
        var date = quoting.today(request.date());
        var asOf = ledger.settled(request.asOf(), "/asOf");
        var rows = new ArrayList<SimulationView.Row>();
        for (var i = 0; i < request.planIds().size(); i++) {
            for (var buyer : buyers) {
                for (var quantity : quantities) {
                    var audience = buyer.audience();
                    var question = new Question(
                            quantity,
                            Objects.requireNonNullElse(request.usage(), Map.of()),
                            Objects.requireNonNullElse(request.events(), Map.of()),
                            audience.segmentId(),
                            Objects.requireNonNullElse(audience.channel(), Channel.DIRECT),
                            audience.partnerTier(),
                            audience.country(),
                            request.currency(),
                            date);
                    var quote = quoting.quote(request.planIds().get(i), question, asOf, "/planIds/" + i);
                    // All rows rest on one instant, that of the first.
                    asOf = quote.asOf();
                    rows.add(row(quote, buyer.bookId()));
                }
            }
        }
        return new SimulationView(request.currency(), date, compared(rows));
    }

    private List<Buyer> buyers(SimulationRequest request) {
        if (request.priceBookIds() == null || request.priceBookIds().isEmpty()) {
            requireTiersOfPartners(request.partnerTier(), request.channel());
            return List.of(new Buyer(
                    null,
                    new Audience(
                            null, request.country(), request.channel(), request.segmentId(), request.partnerTier())));
        }
        var buyers = new ArrayList<Buyer>();
        for (var id : request.priceBookIds()) {
            var book = books.inUse(id, "/priceBookIds/" + buyers.size());
            var audience = book.audience();
            requireTiersOfPartners(
                    request.partnerTier(), audience.channel() == null ? request.channel() : audience.channel());
            buyers.add(new Buyer(
                    id,
                    new Audience(
                            null,
                            audience.country() == null ? request.country() : audience.country(),
                            audience.channel() == null ? request.channel() : audience.channel(),
                            audience.segmentId() == null ? request.segmentId() : audience.segmentId(),
                            audience.partnerTier() == null ? request.partnerTier() : audience.partnerTier())));
        }
        return buyers;
    }

    private static void requireTiersOfPartners(@Nullable String tier, @Nullable Channel channel) {
        if (tier != null && channel != Channel.PARTNER) {
            throw Rejected.invalid("partner-tier-channel", "/partnerTier");
        }
    }

    private static SimulationView.Row row(PriceQuoteView quote, @Nullable UUID bookId) {
        return new SimulationView.Row(
                quote.planId(),
                bookId,
                quote.quantity(),
                quote.outcome(),
                quote.reason(),
                quote.total(),
                null,
                false,
                quote.asOf());
    }

    private static List<SimulationView.Row> compared(List<SimulationView.Row> rows) {
        return rows.stream()
                .map(row -> rows.stream()
                        .filter(other -> other.quantity().equals(row.quantity()))
                        .map(SimulationView.Row::total)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .map(least -> compared(row, least))
                        .orElse(row))
                .toList();
    }

    private static SimulationView.Row compared(SimulationView.Row row, Money least) {
        var total = row.total();
        if (total == null) {
            return row;
        }
        var ratio = least.isZero()
                ? null
                : total.decimal()
                        .divide(least.decimal(), 2, RoundingMode.HALF_UP)
                        .toPlainString();
        return new SimulationView.Row(
                row.planId(),
                row.priceBookId(),
                row.quantity(),
                row.outcome(),
                row.reason(),
                total,
                ratio,
                total.equals(least),
                row.asOf());
    }
}

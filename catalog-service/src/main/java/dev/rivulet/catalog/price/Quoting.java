package dev.rivulet.catalog.price;

import dev.rivulet.catalog.plan.PlanMoney;
import dev.rivulet.catalog.plan.Plans;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.Candidate;
import dev.rivulet.kit.price.NoPrice;
import dev.rivulet.kit.price.Offer;
import dev.rivulet.kit.price.Question;
import dev.rivulet.kit.price.Resolution;
import dev.rivulet.kit.price.Step;
import dev.rivulet.kit.price.Unpriced;
import dev.rivulet.kit.price.Verdict;
import dev.rivulet.kit.problem.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says what it costs, from the prices recorded at one instant. What had been recorded by an instant stays as it is, so
 * that the statements of a quote need no transaction around them.
 */
@ApplicationScoped
class Quoting {

    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(12);

    private final PriceRows rows;
    private final PlanPrices current;
    private final VersionMoney money;
    private final PriceLedger ledger;
    private final BookShelf shelf;
    private final Plans plans;
    private final TermsJson json;
    private final TenantClock clock;

    Quoting(
            PriceRows rows,
            PlanPrices current,
            VersionMoney money,
            PriceLedger ledger,
            BookShelf shelf,
            Plans plans,
            TermsJson json,
            TenantClock clock) {
        this.rows = rows;
        this.current = current;
        this.money = money;
        this.ledger = ledger;
        this.shelf = shelf;
        this.plans = plans;
        this.json = json;
        this.clock = clock;
    }

    PriceQuoteView quote(PriceQuoteRequest request) {
        var question = request.question(today(request.date()));
        // A quote of the present needs no transaction, and its beginning and end are dear beside the rest.
        var asOf = request.asOf() == null ? null : ledger.settled(request.asOf(), "/asOf");
        return quote(request.planId(), question, asOf, "/planId");
    }

    /** Today where nobody said where the buyer is. */
    LocalDate today(@Nullable LocalDate date) {
        return date == null ? clock.today(ZoneOffset.UTC) : date;
    }

    PriceQuoteView quote(UUID planId, Question question, @Nullable Instant asOf, String pointer) {
        var found = asOf == null ? current.of(planId) : rows.ofPlan(planId, asOf);
        if (found.prices().isEmpty() && plans.productOf(planId).isEmpty()) {
            throw Rejected.unprocessable("plan-unknown", pointer, planId);
        }
        var offers = new ArrayList<Offer>(found.prices().size());
        var sold = false;
        Integer version = null;
        for (var price : found.prices()) {
            offers.add(price.offer());
            sold |= price.sells(question.date());
            if (version == null && price.listsOn(question.date())) {
                version = price.planVersion();
            }
        }
        var verdicts = Resolution.resolve(question, sold, offers, shelf.at(found.booksAt(), asOf));
        var restsOn = asOf != null ? asOf : found.recordedAt() != null ? found.recordedAt() : ledger.now();
        var own = version == null ? PlanMoney.NONE : money.of(planId, version);
        var unpriced = unpriced(verdicts, own, question);
        return unpriced == null
                ? priced(planId, question, restsOn, verdicts, found.prices(), own.minimumCommitment())
                : noPrice(planId, question, restsOn, verdicts, unpriced);
    }

    /** Amounts of the plan's own, such as a commitment, are never converted, nor left out. */
    private static @Nullable Unpriced unpriced(List<Verdict> verdicts, PlanMoney own, Question question) {
        var unpriced = Unpriced.of(verdicts);
        return unpriced == null
                        && own.only() != null
                        && !own.only().getCurrencyCode().equals(question.currency())
                ? new Unpriced(NoPrice.NO_PRICE_IN_CURRENCY, null)
                : unpriced;
    }

    private PriceQuoteView priced(
            UUID planId,
            Question question,
            Instant asOf,
            List<Verdict> verdicts,
            List<Price> prices,
            @Nullable Money commitment) {
        var lines = new ArrayList<PriceQuoteView.Line>();
        var total = Money.zero(Currency.getInstance(question.currency()));
        var unmetered = new ArrayList<>(PriceQuoteView.usage(question).keySet());
        for (var verdict : verdicts) {
            var winner = verdict.winner();
            if (winner != null) {
                var line = line(winner, priceOf(winner, prices), question);
                lines.add(line);
                total = total.plus(line.charged());
                unmetered.remove(winner.offer().metric());
            }
        }
        var topUp = commitment == null ? null : lacking(commitment, total);
        return view(
                planId,
                question,
                asOf,
                verdicts,
                PriceQuoteView.Outcome.PRICED,
                null,
                null,
                topUp == null ? total : total.plus(topUp),
                List.copyOf(lines),
                commitment,
                topUp,
                List.copyOf(unmetered));
    }

    private static Price priceOf(Candidate winner, List<Price> prices) {
        for (var price : prices) {
            if (price.id().equals(winner.offer().id())) {
                return price;
            }
        }
        throw new IllegalStateException("no price " + winner.offer().id());
    }

    /** Null when the amount is enough. */
    private static @Nullable Money lacking(Money least, Money amount) {
        return least.compareTo(amount) > 0 ? least.minus(amount) : null;
    }

    private PriceQuoteView.Line line(Candidate winner, Price price, Question question) {
        var arithmetic = json.arithmetic(price.terms());
        var metric = winner.offer().metric();
        var quantity = question.measured(metric);
        var steps = arithmetic.model().rate(quantity, question.eventsOf(metric));
        var exact = Step.total(steps).multiply(winner.factor());
        if (exact.compareTo(TOO_LARGE) >= 0) {
            throw Rejected.unprocessable("amount-too-large", metric == null ? "/quantity" : "/usage/" + metric);
        }
        var currency = Currency.getInstance(question.currency());
        var amount = Money.round(exact, currency);
        var least = price.minimumCharge();
        var topUp = least == null ? null : lacking(Money.round(least, currency), amount);
        return new PriceQuoteView.Line(
                winner.offer().component(),
                price.id(),
                price.revision(),
                winner.bookId(),
                arithmetic.terms().model(),
                metric,
                quantity.toPlainString(),
                PriceQuoteView.StepView.of(steps),
                PriceQuoteView.AdjustmentView.of(winner.adjustments()),
                amount,
                least == null ? null : least.toPlainString(),
                topUp);
    }

    private static PriceQuoteView noPrice(
            UUID planId, Question question, Instant asOf, List<Verdict> verdicts, Unpriced unpriced) {
        return view(
                planId,
                question,
                asOf,
                verdicts,
                PriceQuoteView.Outcome.NO_PRICE,
                unpriced.reason(),
                unpriced.component(),
                null,
                List.of(),
                null,
                null,
                List.of());
    }

    private static PriceQuoteView view(
            UUID planId,
            Question question,
            Instant asOf,
            List<Verdict> verdicts,
            PriceQuoteView.Outcome outcome,
            @Nullable NoPrice reason,
            @Nullable String unpriced,
            @Nullable Money total,
            List<PriceQuoteView.Line> lines,
            @Nullable Money commitment,
            @Nullable Money topUp,
            List<String> unmetered) {
        return new PriceQuoteView(
                planId,
                question.quantity().toPlainString(),
                PriceQuoteView.usage(question),
                question.segmentId(),
                question.channel(),
                question.partnerTier(),
                question.country(),
                question.currency(),
                question.date(),
                asOf,
                outcome,
                reason,
                unpriced,
                total,
                lines,
                commitment,
                topUp,
                PriceQuoteView.Component.of(verdicts),
                unmetered);
    }
}

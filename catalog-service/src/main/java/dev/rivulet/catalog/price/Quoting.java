package dev.rivulet.catalog.price;

import dev.rivulet.catalog.plan.PlanMoney;
import dev.rivulet.catalog.plan.Plans;
import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.price.Candidate;
import dev.rivulet.kit.price.NoPrice;
import dev.rivulet.kit.price.Question;
import dev.rivulet.kit.price.Resolution;
import dev.rivulet.kit.price.Step;
import dev.rivulet.kit.price.Unpriced;
import dev.rivulet.kit.price.Verdict;
import dev.rivulet.kit.price.terms.PriceModels;
import dev.rivulet.kit.problem.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        var asOf = ledger.settled(request.asOf(), "/asOf");
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
        var byId = new HashMap<UUID, Price>();
        found.prices().forEach(price -> byId.put(price.id(), price));
        var verdicts = Resolution.resolve(
                question,
                found.prices().stream().anyMatch(price -> price.sells(question.date())),
                found.prices().stream().map(Price::offer).toList(),
                shelf.at(found.booksAt(), asOf));
        var restsOn = asOf != null ? asOf : found.recordedAt() != null ? found.recordedAt() : ledger.now();
        var own = found.prices().stream()
                .filter(price -> price.listsOn(question.date()))
                .map(Price::planVersion)
                .filter(Objects::nonNull)
                .findFirst()
                .map(version -> money.of(planId, version))
                .orElse(PlanMoney.NONE);
        var unpriced = unpriced(verdicts, own, question);
        return unpriced == null
                ? priced(planId, question, restsOn, verdicts, byId, own.minimumCommitment())
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
            Map<UUID, Price> byId,
            @Nullable Money commitment) {
        var lines = new ArrayList<PriceQuoteView.Line>();
        var total = Money.zero(Currency.getInstance(question.currency()));
        var unmetered = new ArrayList<>(PriceQuoteView.usage(question).keySet());
        for (var verdict : verdicts) {
            var winner = verdict.winner();
            var price = winner == null ? null : byId.get(winner.offer().id());
            if (winner != null && price != null) {
                var line = line(winner, price, question);
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

    /** Null when the amount is enough. */
    private static @Nullable Money lacking(Money least, Money amount) {
        return least.compareTo(amount) > 0 ? least.minus(amount) : null;
    }

    private PriceQuoteView.Line line(Candidate winner, Price price, Question question) {
        var terms = json.read(price.terms());
        var metric = winner.offer().metric();
        var quantity = question.measured(metric);
        var steps = PriceModels.of(terms).rate(quantity, question.eventsOf(metric));
        var exact = steps.stream()
                .map(Step::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(winner.factor());
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
                terms.model(),
                metric,
                quantity.toPlainString(),
                steps.stream().map(PriceQuoteView.StepView::of).toList(),
                winner.adjustments().stream()
                        .map(PriceQuoteView.AdjustmentView::of)
                        .toList(),
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
                verdicts.stream().map(PriceQuoteView.Component::of).toList(),
                unmetered);
    }
}

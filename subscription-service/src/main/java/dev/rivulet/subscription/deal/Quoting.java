package dev.rivulet.subscription.deal;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.lifecycle.Quotations;
import dev.rivulet.subscription.offer.Buyer;
import dev.rivulet.subscription.offer.Offers;
import dev.rivulet.subscription.partner.PartnerScope;
import dev.rivulet.subscription.partner.Partners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names prices to customers and holds to them. */
@ApplicationScoped
@Transactional
class Quoting {

    private final Deals deals;
    private final DealRepository dealRepository;
    private final QuoteRepository quotes;
    private final DealFacts facts;
    private final Offers offers;
    private final Quotations quotations;
    private final Accounts accounts;
    private final Partners partners;
    private final PartnerScope scope;
    private final TenantClock clock;

    Quoting(
            Deals deals,
            DealRepository dealRepository,
            QuoteRepository quotes,
            DealFacts facts,
            Offers offers,
            Quotations quotations,
            Accounts accounts,
            Partners partners,
            PartnerScope scope,
            TenantClock clock) {
        this.deals = deals;
        this.dealRepository = dealRepository;
        this.quotes = quotes;
        this.facts = facts;
        this.offers = offers;
        this.quotations = quotations;
        this.accounts = accounts;
        this.partners = partners;
        this.scope = scope;
        this.clock = clock;
    }

    /** Quotes the deal's lines at today's prices; the quote before can be accepted no longer. */
    QuoteView quote(UUID dealId, QuoteRequest request) {
        var deal = dealRepository.lock(dealId);
        if (!deal.stage.isOpen()) {
            throw Rejected.conflict("deal-decided", deal.stage);
        }
        if (deal.lines.isEmpty()) {
            throw Rejected.conflict("deal-without-lines");
        }
        var today = today(deal);
        if (request.validUntil().isBefore(today) || request.validUntil().isAfter(today.plusYears(1))) {
            throw Rejected.unprocessable("valid-until-range", "/validUntil", today, today.plusYears(1));
        }
        var quote = new Quote();
        quote.dealId = deal.id;
        quote.validUntil = request.validUntil();
        quote.lines = priced(deal);
        quote.total =
                quote.lines.stream().map(QuotedLine::amount).reduce(Money.zero(deal.expected.currency()), Money::plus);
        quote.quotedBy = scope.caller();
        quote.quotedAt = clock.now();
        quotes.persistAndFlush(quote);
        deal.quoteId = quote.id;
        facts.changed(deal, List.of());
        return QuoteView.of(quote, deal);
    }

    List<QuoteView> list(UUID dealId, UUID after, int limit) {
        var deal = deals.visible(dealId);
        return quotes.list(dealId, after, limit).stream()
                .map(quote -> QuoteView.of(quote, deal))
                .toList();
    }

    QuoteView get(UUID dealId, UUID id) {
        var deal = deals.visible(dealId);
        return QuoteView.of(quotes.of(dealId, id).orElseThrow(() -> Rejected.notFound("quote", id)), deal);
    }

    /** The quote that the customer can accept today. */
    Quote acceptable(Deal deal) {
        if (deal.quoteId == null) {
            throw Rejected.conflict("quote-missing");
        }
        var quote = Objects.requireNonNull(quotes.findById(deal.quoteId));
        if (quote.validUntil.isBefore(today(deal))) {
            throw Rejected.conflict("quote-expired", quote.validUntil);
        }
        return quote;
    }

    private List<QuotedLine> priced(Deal deal) {
        return deal.lines.stream().map(line -> priced(deal, line)).toList();
    }

    /** The one place that asks what something costs. */
    private QuotedLine priced(Deal deal, DealLine line) {
        var plan = offers.plan(line.planId())
                .orElseThrow(() -> Rejected.conflict("quote-plan-not-published", line.planId()));
        var today = today(deal);
        var starts = line.startsOn() == null || line.startsOn().isBefore(today) ? today : line.startsOn();
        try {
            var quoted = quotations.quote(plan.id(), buyer(deal), line.seats(), starts, line.prices());
            return new QuotedLine(
                    plan.id(),
                    quoted.planVersion(),
                    quoted.planName(),
                    quoted.period(),
                    line.seats(),
                    line.startsOn(),
                    quoted.price(),
                    quoted.pinned());
        } catch (Rejected e) {
            if (e.code().equals("currency-mismatch")) {
                throw Rejected.conflict(
                        "quote-currency", plan.name(), plan.price().currency(), deal.expected.currency());
            }
            throw Rejected.conflict(e.code(), e.arguments().toArray());
        }
    }

    /** What a partner sells is at the prices of its channel and tier. */
    private Buyer buyer(Deal deal) {
        return new Buyer(
                deal.expected.currency().getCurrencyCode(),
                country(deal),
                deal.channel(),
                deal.segmentId,
                partners.tier(deal.partnerId));
    }

    private @Nullable String country(Deal deal) {
        return deal.accountId == null
                ? null
                : accounts.payer(deal.accountId).map(Payer::country).orElse(null);
    }

    private LocalDate today(Deal deal) {
        var zone = deal.accountId == null
                ? ZoneId.of(Objects.requireNonNull(deal.prospectZone))
                : accounts.payer(deal.accountId).orElseThrow().zone();
        return clock.today(zone);
    }
}

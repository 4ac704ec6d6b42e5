package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.price.Channel;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.lifecycle.Pricing.Pinned;
import dev.rivulet.subscription.offer.Buyer;
import dev.rivulet.subscription.offer.Offers;
import dev.rivulet.subscription.offer.Offers.Proposition;
import dev.rivulet.subscription.rating.domain.AnchorRule;
import dev.rivulet.subscription.rating.domain.Timeline;
import dev.rivulet.subscription.terms.TermBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is agreed on when a subscription is signed, and what follows for its terms. */
@ApplicationScoped
class Agreeing {

    private static final int MONTHS_BACK = 36;
    private static final int MONTHS_AHEAD = 12;

    private final SubscriptionRepository subscriptions;
    private final Accounts accounts;
    private final Offers offers;
    private final Pricing pricing;
    private final TermBook book;
    private final TenantClock clock;

    Agreeing(
            SubscriptionRepository subscriptions,
            Accounts accounts,
            Offers offers,
            Pricing pricing,
            TermBook book,
            TenantClock clock) {
        this.subscriptions = subscriptions;
        this.accounts = accounts;
        this.offers = offers;
        this.pricing = pricing;
        this.book = book;
        this.clock = clock;
    }

    /** Who pays; the account stays as it is until the transaction ends. */
    Payer payer(SubscriptionRequest request) {
        return accounts.payer(request.accountId())
                .orElseThrow(() -> Rejected.unprocessable("account-unknown", "/accountId", request.accountId()));
    }

    /** What is promised, and what plans cost whom, as far as it was found out in the transaction already. */
    static final class Known {

        private record Wish(UUID planId, Buyer buyer, int seats, LocalDate start) {}

        private final Map<UUID, Optional<Proposition>> propositions = new HashMap<>();
        private final Map<Wish, Pinned> prices = new HashMap<>();
    }

    /** The plan's price and the proposition's promise of today. */
    Agreement today(SubscriptionRequest request, Payer payer, Known known) {
        var found = known.propositions.computeIfAbsent(request.propositionId(), offers::proposition);
        var start = startDate(request, payer);
        var buyer = buyer(request, payer, found.map(Proposition::segmentId).orElse(null));
        var plan = known.prices.computeIfAbsent(
                new Known.Wish(request.planId(), buyer, request.seats(), start),
                wish -> pricing.plan(wish.planId(), wish.buyer(), wish.seats(), wish.start()));
        var proposition = found.orElseThrow(
                () -> Rejected.unprocessable("proposition-not-approved", "/propositionId", request.propositionId()));
        requireProduct(proposition, plan);
        var agreed = NegotiatedPrices.of(request.prices()).on(plan);
        return new Agreement(request, payer, buyer, proposition, agreed, start, null);
    }

    /** What was quoted and promised earlier, whatever the catalog says today. */
    Agreement quoted(SubscriptionRequest request, Payer payer, Quoted quoted) {
        var plan = pricing.quoted(quoted.plan());
        requireProduct(quoted.promised(), plan);
        var buyer = buyer(request, payer, quoted.promised().segmentId());
        return new Agreement(
                request, payer, buyer, quoted.promised(), plan, startDate(request, payer), quoted.partnerId());
    }

    /** What is going to hold, for a payer that is held. */
    Timeline timeline(SubscriptionRequest request, Pinned plan, LocalDate start) {
        var base = base(request, plan, start);
        if (base == null) {
            return expanded(request, plan, start, rule(request));
        }
        if (request.anchor() != null) {
            throw Rejected.unprocessable("anchor-of-add-on", "/anchor");
        }
        var shared = book.of(base.id).timeline();
        var kept =
                new AnchorRule.Kept(Objects.requireNonNull(shared.termAt(start)).anchor());
        var timeline =
                expanded(request, plan, start, kept).anchoredLike(shared, start).restingLike(shared);
        return shared.end() == null || !timeline.lasts(shared.end()) ? timeline : timeline.endedAt(shared.end());
    }

    private static Timeline expanded(SubscriptionRequest request, Pinned plan, LocalDate start, AnchorRule rule) {
        return Boolean.FALSE.equals(request.prorate())
                ? plan.terms().expandFromWholePeriod(start, request.seats(), rule)
                : plan.terms().expand(start, start, request.seats(), rule);
    }

    static void requireProduct(Proposition proposition, Pinned plan) {
        if (!proposition.productId().equals(plan.productId())) {
            throw Rejected.unprocessable("proposition-of-another-product", "/propositionId");
        }
    }

    static Buyer buyer(SubscriptionRequest request, Payer payer, @Nullable UUID segmentId) {
        var channel = request.partnerTier() == null ? Channel.DIRECT : Channel.PARTNER;
        return new Buyer(
                payer.currency().getCurrencyCode(),
                payer.country(),
                request.channel() == null ? channel : request.channel(),
                segmentId,
                request.partnerTier());
    }

    /** The subscription that an add-on is bought in addition to; null for a plan of its own. */
    private @Nullable Subscription base(SubscriptionRequest request, Pinned plan, LocalDate start) {
        var id = request.baseSubscriptionId();
        if (id == null) {
            if (plan.addOnOf() != null) {
                throw Rejected.unprocessable("base-subscription-missing", "/baseSubscriptionId");
            }
            return null;
        }
        var base = subscriptions
                .findByIdOptional(id)
                .filter(found -> found.accountId.equals(request.accountId()))
                .orElseThrow(() -> Rejected.unprocessable("base-subscription-unknown", "/baseSubscriptionId", id));
        if (!base.planId.equals(plan.addOnOf())) {
            throw Rejected.unprocessable("not-an-add-on", "/planId");
        }
        var isOver = base.endDate != null && !start.isBefore(base.endDate);
        if (isOver || base.status == SubscriptionStatus.CANCELLED || start.isBefore(base.startDate)) {
            throw Rejected.unprocessable("base-subscription-not-running", "/baseSubscriptionId");
        }
        return base;
    }

    private static AnchorRule rule(SubscriptionRequest request) {
        return request.anchor() == null
                ? new AnchorRule.Anniversary()
                : request.anchor().rule("/anchor");
    }

    private LocalDate startDate(SubscriptionRequest request, Payer payer) {
        var today = clock.today(payer.zone());
        var start = request.startDate() == null ? today : request.startDate();
        var earliest = today.minusMonths(MONTHS_BACK);
        var latest = today.plusMonths(MONTHS_AHEAD);
        if (start.isBefore(earliest) || start.isAfter(latest)) {
            throw Rejected.unprocessable("start-date-range", "/startDate", earliest, latest);
        }
        return start;
    }
}

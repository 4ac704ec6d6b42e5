package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.price.Channel;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.lifecycle.Pricing.Pinned;
import dev.rivulet.subscription.offer.Buyer;
import dev.rivulet.subscription.offer.Offers;
import dev.rivulet.subscription.offer.Offers.Proposition;
import dev.rivulet.subscription.rating.domain.AnchorRule;
import dev.rivulet.subscription.rating.domain.Timeline;
import dev.rivulet.subscription.terms.TermBook;
import dev.rivulet.subscription.terms.TermBook.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs subscriptions: pins plan and promise, and charges what is due at once in the same transaction. */
@ApplicationScoped
public class Subscribing {

    private static final int MONTHS_BACK = 36;
    private static final int MONTHS_AHEAD = 12;

    private final SubscriptionRepository subscriptions;
    private final Accounts accounts;
    private final Offers offers;
    private final Pricing pricing;
    private final TermBook book;
    private final Billing billing;
    private final Showing showing;
    private final TenantClock clock;

    Subscribing(
            SubscriptionRepository subscriptions,
            Accounts accounts,
            Offers offers,
            Pricing pricing,
            TermBook book,
            Billing billing,
            Showing showing,
            TenantClock clock) {
        this.subscriptions = subscriptions;
        this.accounts = accounts;
        this.offers = offers;
        this.pricing = pricing;
        this.book = book;
        this.billing = billing;
        this.showing = showing;
        this.clock = clock;
    }

    /** Signs at the plan's price and the proposition's promise of today. */
    @Transactional
    public SubscriptionView subscribe(SubscriptionRequest request) {
        var payer = payer(request);
        var found = offers.proposition(request.propositionId());
        var start = startDate(request, clock.today(payer.zone()));
        var buyer = buyer(request, payer, found.map(Proposition::segmentId).orElse(null));
        var plan = pricing.plan(request.planId(), buyer, request.seats(), start);
        var proposition = found.orElseThrow(
                () -> Rejected.unprocessable("proposition-not-approved", "/propositionId", request.propositionId()));
        return sign(request, payer, proposition, buyer, plan, null);
    }

    /**
     * Signs what was quoted and promised earlier, whatever the catalog says today.
     *
     * @param partnerId through whom it was sold; null for a sale of our own
     */
    @Transactional
    public SubscriptionView subscribe(
            SubscriptionRequest request, String quoted, Proposition promised, @Nullable UUID partnerId) {
        var payer = payer(request);
        var buyer = buyer(request, payer, promised.segmentId());
        return sign(request, payer, promised, buyer, pricing.quoted(quoted), partnerId);
    }

    Payer payer(SubscriptionRequest request) {
        return accounts.payer(request.accountId())
                .orElseThrow(() -> Rejected.unprocessable("account-unknown", "/accountId", request.accountId()));
    }

    private SubscriptionView sign(
            SubscriptionRequest request,
            Payer payer,
            Proposition proposition,
            Buyer buyer,
            Pinned plan,
            @Nullable UUID partnerId) {
        var start = startDate(request, clock.today(payer.zone()));
        requireProduct(proposition, plan);
        billing.lock(payer.payerId());
        var signed = keep(request, payer, proposition, buyer, timeline(request, plan, start), partnerId, null);
        billing.begin(signed.subscription().id, payer, signed.kept());
        return SubscriptionView.of(signed.subscription());
    }

    /** A subscription that nothing bills yet. */
    record Signed(Subscription subscription, Kept kept) {}

    /** What is going to hold, for a payer that is held. */
    Timeline timeline(SubscriptionRequest request, Pinned plan, LocalDate start) {
        var base = base(request, plan, start);
        var timeline = plan.terms().expand(start, start, request.seats(), rule(request, base));
        return base == null || base.endDate == null ? timeline : timeline.endedAt(base.endDate);
    }

    /**
     * Keeps a subscription and tells of it.
     *
     * @param partnerId through whom it was sold; null for a sale of our own
     * @param chargedThrough the first day to be charged, where earlier ones were charged elsewhere
     */
    Signed keep(
            SubscriptionRequest request,
            Payer payer,
            Proposition proposition,
            Buyer buyer,
            Timeline timeline,
            @Nullable UUID partnerId,
            @Nullable LocalDate chargedThrough) {
        var today = clock.today(payer.zone());
        var subscription = pinned(payer, proposition, buyer);
        subscription.partnerId = partnerId;
        subscription.startDate = timeline.start();
        subscription.firstStart = timeline.start();
        subscription.chargedThrough = chargedThrough;
        // Nothing was promised here to who comes from elsewhere: a promise of today would be overdue from the start.
        subscription.benefit = chargedThrough == null ? proposition.benefit() : null;
        subscription.baseId = request.baseSubscriptionId();
        subscription.anchorRule =
                request.anchor() == null ? "ANNIVERSARY" : request.anchor().write();
        subscription.endDate = timeline.end();
        showing.show(subscription, timeline, today);
        subscriptions.persistAndFlush(subscription);
        var kept = book.open(subscription.id, timeline, subscription.id);
        showing.begin(subscription, timeline, today);
        return new Signed(subscription, kept);
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

    private Subscription pinned(Payer payer, Proposition proposition, Buyer buyer) {
        var subscription = new Subscription();
        subscription.accountId = payer.id();
        subscription.productId = proposition.productId();
        subscription.propositionId = proposition.id();
        subscription.propositionVersion = proposition.version();
        subscription.segmentId = proposition.segmentId();
        subscription.channel = buyer.channel();
        subscription.partnerTier = buyer.partnerTier();
        subscription.createdAt = clock.now();
        return subscription;
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

    private AnchorRule rule(SubscriptionRequest request, @Nullable Subscription base) {
        if (base != null) {
            if (request.anchor() != null) {
                throw Rejected.unprocessable("anchor-of-add-on", "/anchor");
            }
            return new AnchorRule.Kept(
                    book.of(base.id).timeline().terms().getLast().anchor());
        }
        return request.anchor() == null
                ? new AnchorRule.Anniversary()
                : request.anchor().rule("/anchor");
    }

    private static LocalDate startDate(SubscriptionRequest request, LocalDate today) {
        var start = request.startDate() == null ? today : request.startDate();
        var earliest = today.minusMonths(MONTHS_BACK);
        var latest = today.plusMonths(MONTHS_AHEAD);
        if (start.isBefore(earliest) || start.isAfter(latest)) {
            throw Rejected.unprocessable("start-date-range", "/startDate", earliest, latest);
        }
        return start;
    }
}

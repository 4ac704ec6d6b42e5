package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.subscription.billing.Billing.Beginning;
import dev.rivulet.subscription.lifecycle.Showing.Shown;
import dev.rivulet.subscription.rating.domain.Timeline;
import dev.rivulet.subscription.terms.TermBook;
import dev.rivulet.subscription.terms.TermBook.Kept;
import dev.rivulet.subscription.terms.TermBook.Opening;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps new subscriptions and tells of them, many in as few statements as one; nothing bills them yet. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Keeping {

    private final SubscriptionRepository subscriptions;
    private final TermBook book;
    private final Showing showing;
    private final TenantClock clock;

    Keeping(SubscriptionRepository subscriptions, TermBook book, Showing showing, TenantClock clock) {
        this.subscriptions = subscriptions;
        this.book = book;
        this.showing = showing;
        this.clock = clock;
    }

    /**
     * A subscription to come.
     *
     * @param chargedThrough the first day to be charged, where earlier ones were charged elsewhere
     */
    record Wanted(
            Agreement agreement,
            Timeline timeline,
            @Nullable LocalDate chargedThrough) {}

    /** A subscription that nothing bills yet. */
    record Signed(Agreement agreement, Subscription subscription, Kept kept) {

        Beginning beginning() {
            return new Beginning(subscription.id, agreement.payer(), kept);
        }
    }

    /** In the order of what is wanted. */
    List<Signed> keep(List<Wanted> all) {
        var shown = all.stream().map(this::pinned).toList();
        subscriptions.insert(shown.stream().map(Shown::subscription).toList());
        var kept = book.open(shown.stream()
                .map(each -> new Opening(each.subscription().id, each.timeline()))
                .toList());
        showing.begin(shown);
        var signed = new ArrayList<Signed>();
        for (var i = 0; i < all.size(); i++) {
            signed.add(new Signed(all.get(i).agreement(), shown.get(i).subscription(), kept.get(i)));
        }
        return signed;
    }

    private Shown pinned(Wanted wanted) {
        var agreement = wanted.agreement();
        var request = agreement.request();
        var timeline = wanted.timeline();
        var proposition = agreement.proposition();
        var subscription = new Subscription();
        subscription.accountId = agreement.payer().id();
        subscription.productId = proposition.productId();
        subscription.propositionId = proposition.id();
        subscription.propositionVersion = proposition.version();
        subscription.segmentId = proposition.segmentId();
        subscription.channel = agreement.buyer().channel();
        subscription.partnerTier = agreement.buyer().partnerTier();
        subscription.createdAt = clock.now();
        subscription.partnerId = agreement.partnerId();
        subscription.startDate = timeline.start();
        subscription.firstStart = timeline.start();
        subscription.chargedThrough = wanted.chargedThrough();
        // Nothing was promised here to who comes from elsewhere: a promise of today would be overdue from the start.
        subscription.benefit = wanted.chargedThrough() == null ? proposition.benefit() : null;
        subscription.baseId = request.baseSubscriptionId();
        subscription.anchorRule =
                request.anchor() == null ? "ANNIVERSARY" : request.anchor().write();
        subscription.endDate = timeline.end();
        var today = clock.today(agreement.payer().zone());
        showing.show(subscription, timeline, today);
        return new Shown(subscription, timeline, today);
    }
}

package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.metrics.MrrFacts;
import dev.rivulet.subscription.metrics.MrrLedger.Move;
import dev.rivulet.subscription.metrics.domain.Monthly;
import dev.rivulet.subscription.offer.Activities;
import dev.rivulet.subscription.rating.domain.Term;
import dev.rivulet.subscription.rating.domain.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** What a subscription's terms mean for monthly recurring revenue: none in a trial, none at rest, none after the end. */
@ApplicationScoped
class Revenue {

    private final Activities activities;

    Revenue(Activities activities) {
        this.activities = activities;
    }

    /** What the revenue becomes on a day. */
    Move on(LocalDate day, Subscription subscription, Timeline timeline, UUID cause) {
        var term = timeline.termAt(day);
        var monthly = term == null || !term.mode().earns()
                ? Money.zero(timeline.terms().getFirst().currency())
                : monthly(term);
        var facts = new MrrFacts(
                subscription.planId,
                subscription.productId,
                subscription.segmentId,
                subscription.partnerId,
                activities.codeOf(subscription.productId).orElse(null));
        return new Move(subscription.accountId, subscription.id, monthly, day, cause.toString(), facts);
    }

    /** The term's price without what is metered, for a month. */
    static Money monthly(Term term) {
        return Monthly.of(
                Showing.price(term), Monthly.Unit.valueOf(term.anchor().period().name()), 1);
    }
}

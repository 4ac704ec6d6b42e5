package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.lifecycle.Amendments.Held;
import dev.rivulet.subscription.lifecycle.Pricing.Pinned;
import dev.rivulet.subscription.lifecycle.SubscriptionChange.Kind;
import dev.rivulet.subscription.offer.Buyer;
import dev.rivulet.subscription.rating.domain.Anchor;
import dev.rivulet.subscription.rating.domain.AnchorRule;
import dev.rivulet.subscription.rating.domain.Mode;
import dev.rivulet.subscription.rating.domain.PlanChange;
import dev.rivulet.subscription.rating.domain.PlanTerms;
import dev.rivulet.subscription.rating.domain.Term;
import dev.rivulet.subscription.rating.domain.Timeline;
import dev.rivulet.subscription.rating.domain.Unprorated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a subscription over to another plan of its product: an upgrade at once, a downgrade with the next period. Seats,
 * rests and the beginning of periods that were decided on before stay as they are to come, another plan does not. How
 * long it goes on is what the new plan says: its own fixed term counts from the change, and where it has none the end
 * of the old one's is forgotten; add-ons follow.
 */
@ApplicationScoped
@Transactional
class PlanChanging {

    private final Amendments amendments;
    private final Pricing pricing;
    private final AddOns addOns;
    private final ChangeLog log;

    PlanChanging(Amendments amendments, Pricing pricing, AddOns addOns, ChangeLog log) {
        this.amendments = amendments;
        this.pricing = pricing;
        this.addOns = addOns;
        this.log = log;
    }

    SubscriptionView change(UUID id, @Nullable String ifMatch, PlanChangeRequest request) {
        var held = amendments.holdOngoing(id, ifMatch);
        var subscription = held.subscription();
        var term = held.term();
        if (term.mode() == Mode.PAUSED) {
            throw Rejected.conflict("subscription-paused", held.today());
        }
        var buyer = subscription.buyer(held.payer());
        // Only where the day is left open it matters what the plan costs today: it may not have a price yet.
        var better = request.when() == null && request.on() == null && isBetter(request, buyer, term, held.today());
        var day = SeatChanging.day(amendments, held, request.when(), request.on(), better);
        var change = new PlanChange(held.timeline(), term, day);
        long seats = seats(request, change.term());
        // What is decided today about a day to come is at the price that is known of that day, and stays so.
        var plan = negotiated(request, pricing.plan(request.planId(), buyer, seats, day));
        if (!subscription.productId.equals(plan.productId())) {
            throw Rejected.unprocessable("plan-of-another-product", "/planId");
        }
        addOns.refuseAnother(subscription, request.planId(), plan.addOnOf());
        refuseAfterEnd(held, day);
        var inTrial = Pausing.at(held, day).mode() == Mode.TRIAL;
        var trialSince = inTrial ? subscription.firstStart : null;
        var terms = inTrial ? tried(plan.terms(), held) : plan.terms();
        var charged =
                isProrated(request) || inTrial ? day : new Unprorated(held.timeline(), day).charged(change.term());
        var later = charged.isAfter(day) && subscription.baseId == null;
        var before = later
                ? held.timeline().chargedAnchorAt(day.minusDays(1))
                : change.term().anchor();
        // Of another length, and charged later, periods begin with that: not with a part.
        var begun = later && before.period() != terms.period() ? before.countedFrom(charged) : before;
        var rule = rule(request, subscription, inTrial, begun);
        var next = change.apply(
                terms.expand(charged, trialSince, seats, rule).prepaidFrom(day),
                request.seats() == null,
                request.anchor() == null);
        if (inTrial && request.anchor() != null && day.equals(held.today())) {
            // What holds by now cannot be undone, and another plan within the trial begins its periods there too.
            subscription.anchorRule = request.anchor().write();
        }
        var wanted = within(changed(held.timeline(), day, next), addOns.endOfBase(subscription));
        addOns.follow(held, Kind.PLAN, day, wanted);
        return amendments.apply(
                held,
                Kind.PLAN,
                day,
                wanted,
                term.plan().name() + " to " + plan.terms().plan().name());
    }

    /** Who was given a longer trial keeps it, whichever plan it goes on with. */
    private PlanTerms tried(PlanTerms plan, Held held) {
        if (!log.isTrialExtended(held.subscription().id)) {
            return plan;
        }
        var given = ChronoUnit.DAYS.between(held.subscription().firstStart, Cancelling.endOfPeriod(held));
        return plan.withTrial(Math.max(plan.trialDays(), Math.toIntExact(given)));
    }

    private static boolean isProrated(PlanChangeRequest request) {
        return !Boolean.FALSE.equals(request.prorate());
    }

    private static Pinned negotiated(PlanChangeRequest request, Pinned plan) {
        return NegotiatedPrices.of(request.prices()).on(plan);
    }

    private static long seats(PlanChangeRequest request, Term before) {
        return request.seats() == null ? before.quantity() : request.seats();
    }

    private boolean isBetter(PlanChangeRequest request, Buyer buyer, Term term, LocalDate today) {
        var seats = seats(request, term);
        var plan = negotiated(request, pricing.plan(request.planId(), buyer, seats, today));
        return Revenue.monthly(plan.term(today, seats)).compareTo(Revenue.monthly(term)) > 0;
    }

    /** The day a fixed term ends is the last on which it can be followed by another plan. */
    private static void refuseAfterEnd(Held held, LocalDate day) {
        if (!day.equals(held.timeline().end())) {
            Amendments.refuseFromEnd(held, day);
        }
    }

    private static Timeline changed(Timeline timeline, LocalDate day, Timeline next) {
        var ongoing = new Timeline(timeline.terms(), null).changedFrom(day, next.terms());
        return next.end() == null ? ongoing : ongoing.endedAt(next.end());
    }

    private static Timeline within(Timeline timeline, @Nullable LocalDate end) {
        return end != null && timeline.lasts(end) ? timeline.endedAt(end) : timeline;
    }

    private static AnchorRule rule(
            PlanChangeRequest request, Subscription subscription, boolean inTrial, Anchor before) {
        if (request.anchor() != null && subscription.baseId != null) {
            throw Rejected.unprocessable("anchor-of-add-on", "/anchor");
        }
        if (request.anchor() != null) {
            return request.anchor().rule("/anchor");
        }
        // Nothing was charged in a trial, so that its end may still move the anchor.
        return inTrial && subscription.baseId == null
                ? AnchorRequest.read(subscription.anchorRule)
                : new AnchorRule.Kept(before);
    }
}

package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.lifecycle.SubscriptionChange.Kind;
import dev.rivulet.subscription.rating.domain.AnchorRule;
import dev.rivulet.subscription.rating.domain.Mode;
import dev.rivulet.subscription.rating.domain.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a subscription over to another plan of its product: an upgrade at once, a downgrade with the next period. */
@ApplicationScoped
@Transactional
class PlanChanging {

    private final Amendments amendments;
    private final Pricing pricing;

    PlanChanging(Amendments amendments, Pricing pricing) {
        this.amendments = amendments;
        this.pricing = pricing;
    }

    SubscriptionView change(UUID id, @Nullable String ifMatch, PlanChangeRequest request) {
        var held = amendments.holdOngoing(id, ifMatch);
        var subscription = held.subscription();
        var term = held.term();
        if (term.mode() == Mode.PAUSED) {
            throw Rejected.conflict("subscription-paused", held.today());
        }
        long seats = request.seats() == null ? term.quantity() : request.seats();
        var plan = pricing.plan(request.planId(), subscription.buyer(held.payer()), seats, held.today());
        if (!subscription.productId.equals(plan.productId())) {
            throw Rejected.unprocessable("plan-of-another-product", "/planId");
        }
        var better = Revenue.monthly(plan.term(held.today(), seats)).compareTo(Revenue.monthly(term)) > 0;
        var day = SeatChanging.day(amendments, held, request.when(), request.on(), better);
        var inTrial = Pausing.at(held, day).mode() == Mode.TRIAL;
        var trialSince = inTrial ? subscription.firstStart : null;
        var next = plan.terms().expand(day, trialSince, seats, rule(request, held.subscription(), inTrial, term));
        var wanted = changed(held.timeline(), day, next);
        return amendments.apply(
                held,
                Kind.PLAN,
                day,
                wanted,
                term.plan().name() + " to " + plan.terms().plan().name());
    }

    private static Timeline changed(Timeline timeline, LocalDate day, Timeline next) {
        var changed = timeline.changedFrom(day, next.terms());
        return next.end() == null ? changed : changed.endedAt(next.end());
    }

    private static AnchorRule rule(
            PlanChangeRequest request,
            Subscription subscription,
            boolean inTrial,
            dev.rivulet.subscription.rating.domain.Term term) {
        if (request.anchor() != null) {
            return request.anchor().rule("/anchor");
        }
        // Nothing was charged in a trial, so that its end may still move the anchor.
        return inTrial ? AnchorRequest.read(subscription.anchorRule) : new AnchorRule.Kept(term.anchor());
    }
}

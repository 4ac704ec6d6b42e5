package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.lifecycle.SubscriptionChange.Kind;
import dev.rivulet.subscription.rating.domain.AnchorRule;
import dev.rivulet.subscription.rating.domain.Mode;
import dev.rivulet.subscription.rating.domain.Term;
import dev.rivulet.subscription.rating.domain.TrialExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets a trial go on. Phases, fixed term and, where they begin with the first charged day, periods are counted from its new
 * end; add-ons share the periods, and have trials of their own.
 */
@ApplicationScoped
@Transactional
class TrialExtending {

    private final Amendments amendments;
    private final Pricing pricing;
    private final AddOns addOns;

    TrialExtending(Amendments amendments, Pricing pricing, AddOns addOns) {
        this.amendments = amendments;
        this.pricing = pricing;
        this.addOns = addOns;
    }

    SubscriptionView extend(UUID id, @Nullable String ifMatch, TrialExtensionRequest request) {
        var held = amendments.holdOngoing(id, ifMatch);
        if (held.term().mode() != Mode.TRIAL) {
            throw Rejected.conflict("subscription-not-in-trial");
        }
        var ends = Cancelling.endOfPeriod(held);
        if (!request.trialEnd().isAfter(ends)) {
            throw Rejected.unprocessable("trial-end-not-later", "/trialEnd", ends);
        }
        var day = amendments.day(held, request.trialEnd(), "/trialEnd");
        var extension = new TrialExtension(held.timeline(), ends, day);
        var charged = extension.evergreen();
        var wanted = extension.apply(pricing.again(charged), agreed(held.subscription(), charged));
        var end = addOns.endOfBase(held.subscription());
        var lasting = end != null && wanted.lasts(end) ? wanted.endedAt(end) : wanted;
        addOns.follow(held, Kind.TRIAL_EXTENSION, ends, lasting);
        return amendments.apply(held, Kind.TRIAL_EXTENSION, ends, lasting, "trial until " + day);
    }

    private static AnchorRule agreed(Subscription subscription, Term charged) {
        return subscription.baseId == null
                ? AnchorRequest.read(subscription.anchorRule)
                : new AnchorRule.Kept(charged.anchor());
    }
}

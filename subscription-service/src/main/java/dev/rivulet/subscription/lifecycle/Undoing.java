package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.lifecycle.Amendments.Held;
import dev.rivulet.subscription.lifecycle.SubscriptionChange.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes back what has not taken effect yet, with what it did to add-ons. */
@ApplicationScoped
@Transactional
class Undoing {

    private final Amendments amendments;
    private final ChangeLog log;
    private final AddOns addOns;
    private final PlanRollouts rollouts;

    Undoing(Amendments amendments, ChangeLog log, AddOns addOns, PlanRollouts rollouts) {
        this.amendments = amendments;
        this.log = log;
        this.addOns = addOns;
        this.rollouts = rollouts;
    }

    SubscriptionView undo(UUID id, UUID changeId, @Nullable String ifMatch) {
        var held = amendments.hold(id, ifMatch);
        var change = log.find(id, changeId).orElseThrow(() -> Rejected.notFound("subscription-change", changeId));
        if (change.undoneAt() != null) {
            throw Rejected.conflict("change-undone");
        }
        if (!change.effectiveOn().isAfter(held.today())) {
            throw Rejected.conflict("change-effective", change.effectiveOn());
        }
        addOns.refuseOfBase(held.subscription(), changeId);
        refuseSuperseded(id, changeId);
        addOns.of(held).forEach(addOn -> undo(addOn, held, change));
        return undo(held, change);
    }

    private void refuseSuperseded(UUID id, UUID changeId) {
        if (log.latest(id).filter(latest -> latest.id().equals(changeId)).isEmpty()) {
            throw Rejected.conflict("change-not-latest");
        }
    }

    /** One bought since the decision was part of it from its beginning, and follows; one that ends by itself stays so. */
    private void undo(Held addOn, Held base, SubscriptionChange change) {
        var id = addOn.subscription().id;
        var own = log.together(change.id(), id).orElse(null);
        if (own == null) {
            addOns.follow(addOn, base.timeline().end(), Kind.UNDO, change.effectiveOn(), log.before(change.id()));
        } else if (log.latest(id)
                .filter(latest ->
                        latest.kind() == Kind.CANCELLATION && !latest.id().equals(own.id()))
                .isEmpty()) {
            refuseSuperseded(id, own.id());
            undo(addOn, own);
        }
    }

    private SubscriptionView undo(Held held, SubscriptionChange change) {
        log.undone(change.id());
        var view = amendments.apply(
                held, Kind.UNDO, change.effectiveOn(), log.before(change.id()), "undone: " + change.summary());
        if (change.kind() == Kind.CANCELLATION) {
            rollouts.rejoin(held.subscription().id);
        }
        return view;
    }
}

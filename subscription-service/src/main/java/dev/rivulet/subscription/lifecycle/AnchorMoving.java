package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.lifecycle.Amendments.Held;
import dev.rivulet.subscription.lifecycle.SubscriptionChange.Kind;
import dev.rivulet.subscription.rating.domain.Anchor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets periods begin on another day, from the end of the period that has begun; the days between cost their part. Add-ons
 * share the periods of their base, so they move along and never alone.
 */
@ApplicationScoped
@Transactional
class AnchorMoving {

    private final Amendments amendments;
    private final AddOns addOns;

    AnchorMoving(Amendments amendments, AddOns addOns) {
        this.amendments = amendments;
        this.addOns = addOns;
    }

    SubscriptionView move(UUID id, @Nullable String ifMatch, AnchorMoveRequest request) {
        var held = amendments.holdOngoing(id, ifMatch);
        if (held.subscription().baseId != null) {
            throw Rejected.unprocessable("anchor-of-add-on", "/anchor");
        }
        var from = Cancelling.endOfPeriod(held);
        Amendments.refuseFromEnd(held, from);
        var period = Pausing.at(held, from).anchor().period();
        var anchor = request.anchor().rule("/anchor").anchor(period, from);
        if (held.timeline().anchoredFrom(from, anchor).equals(held.timeline())) {
            throw Rejected.conflict("anchor-unchanged", from);
        }
        addOns.lasting(held, from).forEach(addOn -> move(addOn, from, anchor));
        return move(held, from, anchor);
    }

    private SubscriptionView move(Held held, LocalDate from, Anchor anchor) {
        return amendments.apply(
                held,
                Kind.BILLING_ANCHOR,
                from,
                held.timeline().anchoredFrom(from, anchor),
                "periods begin on day " + anchor.day() + " from " + from);
    }
}

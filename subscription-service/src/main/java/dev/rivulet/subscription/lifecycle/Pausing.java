package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.lifecycle.Amendments.Held;
import dev.rivulet.subscription.lifecycle.SubscriptionChange.Kind;
import dev.rivulet.subscription.rating.domain.Mode;
import dev.rivulet.subscription.rating.domain.Term;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets a subscription rest, with its add-ons, and go on; periods begin where they always did, and a fixed term ends when
 * it was to end.
 */
@ApplicationScoped
@Transactional
class Pausing {

    private final Amendments amendments;
    private final AddOns addOns;

    Pausing(Amendments amendments, AddOns addOns) {
        this.amendments = amendments;
        this.addOns = addOns;
    }

    SubscriptionView pause(UUID id, @Nullable String ifMatch, DayRequest request) {
        var held = amendments.holdOngoing(id, ifMatch);
        var day = amendments.day(held, request.on(), "/on");
        Amendments.refuseFromEnd(held, day);
        if (at(held, day).mode() == Mode.PAUSED) {
            throw Rejected.conflict("subscription-paused", day);
        }
        addOns.lasting(held, day).forEach(addOn -> pause(addOn, day));
        return pause(held, day);
    }

    SubscriptionView resume(UUID id, @Nullable String ifMatch, DayRequest request) {
        var held = amendments.holdOngoing(id, ifMatch);
        var day = amendments.day(held, request.on(), "/on");
        Amendments.refuseFromEnd(held, day);
        if (at(held, day).mode() != Mode.PAUSED) {
            throw Rejected.conflict("subscription-not-paused", day);
        }
        addOns.lasting(held, day).forEach(addOn -> resume(addOn, day));
        return resume(held, day);
    }

    private SubscriptionView pause(Held held, LocalDate day) {
        return amendments.apply(held, Kind.PAUSE, day, held.timeline().pausedFrom(day), "rests from " + day);
    }

    private SubscriptionView resume(Held held, LocalDate day) {
        return amendments.apply(held, Kind.RESUMPTION, day, held.timeline().resumedFrom(day), "goes on from " + day);
    }

    static Term at(Held held, LocalDate day) {
        var term = held.timeline().termAt(day);
        return term == null ? held.term() : term;
    }
}

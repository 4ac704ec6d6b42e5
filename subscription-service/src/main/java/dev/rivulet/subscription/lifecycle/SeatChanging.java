package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.lifecycle.Amendments.Held;
import dev.rivulet.subscription.lifecycle.SubscriptionChange.Kind;
import dev.rivulet.subscription.rating.domain.Unprorated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes the number of seats: more at once, fewer with the next period. What a period had at its highest is paid for,
 * so that seats given up and taken again within it cost nothing.
 */
@ApplicationScoped
@Transactional
class SeatChanging {

    private final Amendments amendments;

    SeatChanging(Amendments amendments) {
        this.amendments = amendments;
    }

    SubscriptionView change(UUID id, @Nullable String ifMatch, SeatChangeRequest request) {
        var held = amendments.holdOngoing(id, ifMatch);
        var now = held.term().quantity();
        var day = day(amendments, held, request.when(), request.on(), request.seats() > now);
        Amendments.refuseFromEnd(held, day);
        if (hasFrom(held, day, request.seats())) {
            throw Rejected.conflict("seats-unchanged", request.seats());
        }
        var wanted = Boolean.FALSE.equals(request.prorate())
                ? new Unprorated(held.timeline(), day).quantity(request.seats())
                : held.timeline().quantityFrom(day, request.seats());
        return amendments.apply(held, Kind.SEATS, day, wanted, now + " to " + request.seats() + " seats");
    }

    private static boolean hasFrom(Held held, LocalDate day, long seats) {
        return Pausing.at(held, day).quantity() == seats
                && held.timeline().terms().stream()
                        .filter(term -> term.from().isAfter(day))
                        .allMatch(term -> term.quantity() == seats);
    }

    /** The day of a decision that takes effect at once where it is to the better, else with the next period. */
    static LocalDate day(
            Amendments amendments, Held held, @Nullable When when, @Nullable LocalDate on, boolean better) {
        if (on != null && when != null && when != When.DATE) {
            throw Rejected.invalid("day-not-expected", "/on");
        }
        if (when == When.DATE && on == null) {
            throw Rejected.invalid("value-missing", "/on");
        }
        if (on != null) {
            return amendments.day(held, on, "/on");
        }
        var atOnce = when == null ? better : when == When.NOW;
        return atOnce ? amendments.day(held, null, "/when") : Cancelling.endOfPeriod(held);
    }
}

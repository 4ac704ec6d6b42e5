package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.lifecycle.Amendments.Held;
import dev.rivulet.subscription.lifecycle.CancellationRequest.Credit;
import dev.rivulet.subscription.lifecycle.CancellationRequest.Effective;
import dev.rivulet.subscription.lifecycle.SubscriptionChange.Kind;
import dev.rivulet.subscription.rating.domain.Mode;
import dev.rivulet.subscription.rating.domain.Term;
import dev.rivulet.subscription.rating.domain.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides that a subscription ends, with its add-ons. */
@ApplicationScoped
@Transactional
class Cancelling {

    private final Amendments amendments;
    private final AddOns addOns;
    private final Billing billing;

    Cancelling(Amendments amendments, AddOns addOns, Billing billing) {
        this.amendments = amendments;
        this.addOns = addOns;
        this.billing = billing;
    }

    SubscriptionView cancel(UUID id, @Nullable String ifMatch, CancellationRequest request) {
        var held = amendments.hold(id, ifMatch);
        Amendments.refuseEnded(held);
        var ends = held.subscription().endDate;
        var end = end(held, request);
        if (ends != null && !end.isBefore(ends)) {
            throw Rejected.conflict("subscription-ending", ends);
        }
        addOns.lasting(held, end).forEach(addOn -> end(addOn, end, request));
        return end(held, end, request);
    }

    private SubscriptionView end(Held held, LocalDate end, CancellationRequest request) {
        var credit = request.credit() == null ? Credit.PRORATED : request.credit();
        // A period given back whole is a fact of the terms: whoever looks at them later must not charge it again.
        var before = credit == Credit.FULL ? waived(held, end) : held.timeline();
        var ended = before.endedAt(end);
        // So is what is paid beyond the end: neither a change that takes effect before it nor money that comes for it
        // late gives it back.
        var wanted = credit == Credit.NONE
                ? billing.chargedUntil(held.subscription().id)
                        .map(ended::paidUntil)
                        .orElse(ended)
                : ended;
        return amendments.apply(
                held,
                Kind.CANCELLATION,
                end,
                wanted,
                credit == Credit.NONE ? held.timeline() : wanted,
                "ends on " + end);
    }

    private LocalDate end(Held held, CancellationRequest request) {
        if (request.on() != null && request.effective() != Effective.DATE) {
            throw Rejected.invalid("day-not-expected", "/on");
        }
        var day = switch (request.effective()) {
            case NOW -> amendments.day(held, null, "/effective");
            case DATE -> {
                if (request.on() == null) {
                    throw Rejected.invalid("value-missing", "/on");
                }
                yield amendments.day(held, request.on(), "/on");
            }
            case END_OF_PERIOD -> endOfPeriod(held);
            case START_OF_PERIOD -> startOfPeriod(held);
        };
        var dayCounts = Boolean.TRUE.equals(request.cancellationDayBilled())
                && (request.effective() == Effective.NOW || request.effective() == Effective.DATE);
        return dayCounts ? day.plusDays(1) : day;
    }

    /** A trial ends uncharged. */
    static LocalDate endOfPeriod(Held held) {
        if (held.term().mode() == Mode.TRIAL) {
            return held.timeline().terms().stream()
                    .filter(term -> term.mode() != Mode.TRIAL)
                    .map(Term::from)
                    .findFirst()
                    .orElse(held.today());
        }
        return held.today().isBefore(held.timeline().start())
                ? held.timeline().start()
                : held.period().end();
    }

    private static LocalDate startOfPeriod(Held held) {
        var start = held.period().start();
        var first = held.timeline().start();
        return start.isBefore(first) ? first : start;
    }

    /** The timeline without what is charged in advance of the period that has begun; what is to begin in it is not yet. */
    private static Timeline waived(Held held, LocalDate end) {
        var start = startOfPeriod(held);
        var until = held.timeline().terms().stream()
                .map(Term::from)
                .filter(day ->
                        day.isAfter(held.today()) && day.isBefore(held.period().end()))
                .findFirst()
                .orElse(held.period().end());
        return start.isBefore(end) && start.isBefore(until) ? held.timeline().waived(start, until) : held.timeline();
    }
}

package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.lifecycle.Amendments.Held;
import dev.rivulet.subscription.lifecycle.SubscriptionChange.Kind;
import dev.rivulet.subscription.rating.domain.Anchor;
import dev.rivulet.subscription.rating.domain.Mode;
import dev.rivulet.subscription.rating.domain.Term;
import dev.rivulet.subscription.rating.domain.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets a subscription go on that is to end or has ended. */
@ApplicationScoped
@Transactional
class Reactivating {

    private final Amendments amendments;
    private final ChangeLog log;
    private final AddOns addOns;
    private final Billing billing;
    private final PlanRollouts rollouts;

    Reactivating(Amendments amendments, ChangeLog log, AddOns addOns, Billing billing, PlanRollouts rollouts) {
        this.amendments = amendments;
        this.log = log;
        this.addOns = addOns;
        this.billing = billing;
        this.rollouts = rollouts;
    }

    /** Goes on without an end, or begins again where it has ended, at its last terms; the days between cost nothing. */
    SubscriptionView reactivate(UUID id, @Nullable String ifMatch) {
        var held = amendments.hold(id, ifMatch);
        var ends = held.timeline().end();
        if (ends == null) {
            throw Rejected.conflict("subscription-not-ending");
        }
        addOns.refuseWithoutBase(held.subscription());
        if (!held.today().isBefore(ends)) {
            return isPaidBeyond(held) ? goOn(held, held.today()) : beginAgain(held, ends);
        }
        addOns.of(held).stream()
                .filter(addOn -> ends.equals(addOn.timeline().end()))
                .forEach(addOn -> goOn(addOn, ends));
        return goOn(held, ends);
    }

    /**
     * Who ended without a credit has paid for the days that are left of the period, and for those between: it goes on
     * where it was, and no day is charged again or left out.
     */
    private boolean isPaidBeyond(Held held) {
        return billing.chargedUntil(held.subscription().id)
                .filter(until -> until.isAfter(held.today()))
                .isPresent();
    }

    SubscriptionView goOn(Held held, LocalDate ends) {
        var view = amendments.apply(held, Kind.REACTIVATION, ends, ongoing(held), "goes on after " + ends);
        rollouts.rejoin(view.id());
        return view;
    }

    private SubscriptionView beginAgain(Held held, LocalDate ends) {
        // What would hold by now, whatever trial or discount the end cut off.
        var before = ongoing(held);
        var last = before.terms().getLast();
        var terms = new ArrayList<>(held.timeline().terms().stream()
                .filter(term -> term.from().isBefore(ends))
                .toList());
        if (!terms.isEmpty() && ends.isBefore(held.today())) {
            terms.add(term(terms.getLast(), ends, Mode.PAUSED, last.anchor()));
        }
        terms.add(term(last, held.today(), Mode.RUNNING, anchor(held, last)));
        var wanted = addOns.restingLikeBase(held, new Timeline(terms, null));
        if (before.end() != null) {
            wanted = wanted.endedAt(before.end());
        }
        var view = amendments.apply(held, Kind.REACTIVATION, held.today(), wanted, "begins again on " + held.today());
        rollouts.rejoin(view.id());
        return view;
    }

    /** Periods begin where it was agreed; those of an add-on where its base's do. */
    private Anchor anchor(Held held, Term last) {
        var period = last.anchor().period();
        var base = addOns.anchorOfBase(held);
        if (base != null) {
            return base.withPeriod(period);
        }
        return log.isMoved(held.subscription().id)
                ? last.anchor()
                : AnchorRequest.read(held.subscription().anchorRule).anchor(period, held.today());
    }

    /** With the terms that the end cut off, where nothing was decided since, and the end of a fixed term to come. */
    private Timeline ongoing(Held held) {
        return log.latest(held.subscription().id)
                .filter(latest -> latest.kind() == Kind.CANCELLATION)
                .map(latest -> log.before(latest.id()))
                .filter(before -> before.end() == null || before.end().isAfter(held.today()))
                .orElseGet(() -> new Timeline(held.timeline().terms(), null).chargedFrom(held.today()));
    }

    private static Term term(Term like, LocalDate from, Mode mode, Anchor anchor) {
        return new Term(
                from,
                mode,
                like.plan(),
                like.components(),
                like.quantity(),
                anchor,
                like.currency(),
                like.minimumCommitment());
    }
}

package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.lifecycle.Amendments.Held;
import dev.rivulet.subscription.lifecycle.SubscriptionChange.Kind;
import dev.rivulet.subscription.rating.domain.Anchor;
import dev.rivulet.subscription.rating.domain.Mode;
import dev.rivulet.subscription.rating.domain.Term;
import dev.rivulet.subscription.rating.domain.Timeline;
import dev.rivulet.subscription.terms.TermBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is bought in addition to a subscription shares its periods and goes on no longer than it does. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class AddOns {

    private final Amendments amendments;
    private final SubscriptionRepository subscriptions;
    private final ChangeLog log;
    private final TermBook book;

    AddOns(Amendments amendments, SubscriptionRepository subscriptions, ChangeLog log, TermBook book) {
        this.amendments = amendments;
        this.subscriptions = subscriptions;
        this.log = log;
        this.book = book;
    }

    /** Those of a base that have not ended. */
    List<Held> of(Held base) {
        return subscriptions.addOnsOf(base.subscription().id).stream()
                .map(addOn -> amendments.heldAddOn(addOn, base))
                .toList();
    }

    /** Those of a base that hold on a day or after it. */
    List<Held> lasting(Held base, LocalDate day) {
        return of(base).stream().filter(addOn -> addOn.lasts(day)).toList();
    }

    /** An add-on goes on no longer than what it is bought in addition to. */
    void refuseWithoutBase(Subscription subscription) {
        if (subscription.baseId != null) {
            var base = subscriptions.get(subscription.baseId);
            if (base.endDate != null) {
                throw Rejected.conflict("base-subscription-ending", base.endDate);
            }
        }
    }

    /** What was decided on the base is taken back there, and with it what it did to its add-ons. */
    void refuseOfBase(Subscription subscription, UUID change) {
        if (subscription.baseId != null
                && log.together(change, subscription.baseId).isPresent()) {
            throw Rejected.conflict("change-of-base", subscription.baseId);
        }
    }

    /** A plan of its own stays one, and an add-on stays one of the plan that its base has. */
    void refuseAnother(Subscription subscription, UUID planId, @Nullable UUID addOnOf) {
        if (subscription.baseId == null && addOnOf != null) {
            throw Rejected.unprocessable("base-subscription-missing", "/planId");
        }
        if (subscription.baseId != null
                && !planId.equals(subscription.planId)
                && !subscriptions.get(subscription.baseId).planId.equals(addOnOf)) {
            throw Rejected.unprocessable("not-an-add-on", "/planId");
        }
    }

    /** The first day that an add-on cannot hold on any more, because its base does not; null where that goes on. */
    @Nullable
    LocalDate endOfBase(Subscription subscription) {
        return subscription.baseId == null ? null : subscriptions.get(subscription.baseId).endDate;
    }

    /** Where the periods of an add-on begin on the day it is held; null for what is none. */
    @Nullable
    Anchor anchorOfBase(Held addOn) {
        var base = base(addOn);
        return base == null ? null : base.anchor();
    }

    /** An add-on does not run while its base rests. */
    Timeline restingLikeBase(Held addOn, Timeline wanted) {
        var base = base(addOn);
        return base != null && base.mode() == Mode.PAUSED ? wanted.pausedFrom(addOn.today()) : wanted;
    }

    private @Nullable Term base(Held addOn) {
        var id = addOn.subscription().baseId;
        return id == null ? null : book.of(id).timeline().termAt(addOn.today());
    }

    /**
     * The add-ons of a base that is about to change follow: their periods begin where its do, and those that were to
     * end with it, or would outlive it, end with it.
     */
    void follow(Held base, Kind kind, LocalDate day, Timeline wanted) {
        of(base).forEach(addOn -> follow(addOn, base.timeline().end(), kind, day, wanted));
    }

    /** One of them. */
    void follow(Held addOn, @Nullable LocalDate endedBefore, Kind kind, LocalDate day, Timeline base) {
        var end = base.end();
        var own = addOn.timeline().end();
        var endsWithBase = own != null && own.equals(endedBefore);
        var ending = endsWithBase || (end != null && (own == null || own.isAfter(end)));
        var lasting = ending && !Objects.equals(own, end) ? lasting(addOn.timeline(), end) : addOn.timeline();
        var wanted = lasting.anchoredLike(base, day);
        if (wanted.equals(addOn.timeline())) {
            return;
        }
        var summary = Objects.equals(own, wanted.end())
                ? "periods begin where those of its base do"
                : end == null ? "goes on with its base" : "ends with its base on " + end;
        amendments.apply(addOn, kind, day, wanted, summary);
    }

    private static Timeline lasting(Timeline timeline, @Nullable LocalDate end) {
        var ongoing = new Timeline(timeline.terms(), null);
        return end == null ? ongoing : ongoing.endedAt(end);
    }
}

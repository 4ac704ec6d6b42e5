package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Etag;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.lifecycle.SubscriptionChange.Kind;
import dev.rivulet.subscription.rating.domain.Mode;
import dev.rivulet.subscription.rating.domain.Period;
import dev.rivulet.subscription.rating.domain.Standing;
import dev.rivulet.subscription.rating.domain.Term;
import dev.rivulet.subscription.rating.domain.Timeline;
import dev.rivulet.subscription.terms.TermBook;
import dev.rivulet.subscription.terms.TermBook.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes the timeline of a subscription and lets everything follow that depends on it: charges and credits, the
 * invoice, recurring revenue, what others hear. Decisions on one payer's subscriptions queue at the payer's lock.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Amendments {

    private static final int MONTHS_AHEAD = 36;

    private final SubscriptionRepository subscriptions;
    private final Accounts accounts;
    private final TermBook book;
    private final ChangeLog log;
    private final Billing billing;
    private final Showing showing;
    private final TenantClock clock;

    Amendments(
            SubscriptionRepository subscriptions,
            Accounts accounts,
            TermBook book,
            ChangeLog log,
            Billing billing,
            Showing showing,
            TenantClock clock) {
        this.subscriptions = subscriptions;
        this.accounts = accounts;
        this.book = book;
        this.log = log;
        this.billing = billing;
        this.showing = showing;
        this.clock = clock;
    }

    /**
     * A subscription that nobody else changes or bills until the transaction ends.
     *
     * @param decision what is decided now, on this one and on those that follow it
     */
    record Held(Subscription subscription, Kept kept, Payer payer, LocalDate today, UUID decision) {

        Timeline timeline() {
            return kept.timeline();
        }

        /** The term of today; before the start that of the first day, after the end that of the last. */
        Term term() {
            var terms = timeline().terms();
            return terms.reversed().stream()
                    .filter(term -> !term.from().isAfter(today))
                    .findFirst()
                    .orElse(terms.getFirst());
        }

        /** Whether anything holds on a day or after it. */
        boolean lasts(LocalDate day) {
            return timeline().lasts(day);
        }

        /** The period that has begun, or the first one. */
        Period period() {
            var start = timeline().start();
            return timeline().chargedPeriodAt(today.isBefore(start) ? start : today);
        }
    }

    /** Waits for the subscription and checks that the caller decided on its present version. */
    Held hold(UUID id, @Nullable String ifMatch) {
        var held = hold(id);
        Etag.require(ifMatch, held.subscription().version);
        return held;
    }

    /** Waits for the subscription, for what has to happen whatever its present version. */
    Held hold(UUID id) {
        var account = subscriptions.accountOf(id);
        var payer = accounts.payer(account).orElseThrow(() -> Rejected.notFound("subscription", id));
        billing.lock(payer.payerId());
        var subscription = subscriptions.lock(id);
        return new Held(subscription, book.of(id), payer, clock.today(payer.zone()), ChangeLog.newId());
    }

    /** An add-on of a subscription that is held, and so is its payer. */
    Held heldAddOn(Subscription addOn, Held base) {
        return new Held(addOn, book.of(addOn.id), base.payer(), base.today(), base.decision());
    }

    /** What can be decided only while no end is decided; that of a fixed term is nobody's decision. */
    Held holdOngoing(UUID id, @Nullable String ifMatch) {
        var held = hold(id, ifMatch);
        refuseEnded(held);
        if (held.subscription().endDate != null && log.isCancelled(id)) {
            throw Rejected.conflict("subscription-ending", held.subscription().endDate);
        }
        return held;
    }

    /** A decision cannot take effect when nothing holds any more. */
    static void refuseFromEnd(Held held, LocalDate day) {
        if (!held.lasts(day)) {
            throw Rejected.conflict(
                    "subscription-ending",
                    Objects.requireNonNull(held.timeline().end()));
        }
    }

    static void refuseEnded(Held held) {
        if (held.subscription().status == SubscriptionStatus.CANCELLED) {
            throw Rejected.conflict("subscription-cancelled");
        }
    }

    /** The day a decision takes effect: from today on, and not before the start. */
    LocalDate day(Held held, @Nullable LocalDate on, String pointer) {
        var start = held.timeline().start();
        var earliest = held.today().isBefore(start) ? start : held.today();
        var day = on == null ? earliest : on;
        var latest = earliest.plusMonths(MONTHS_AHEAD);
        if (day.isBefore(earliest) || day.isAfter(latest)) {
            throw Rejected.unprocessable("effective-date-range", pointer, earliest, latest);
        }
        return day;
    }

    SubscriptionView apply(Held held, Kind kind, LocalDate on, Timeline wanted, String summary) {
        return apply(held, kind, on, wanted, wanted, summary);
    }

    /**
     * Makes the timeline asked for the subscription's.
     *
     * @param given what is given back is reckoned as if this were the timeline
     */
    SubscriptionView apply(Held held, Kind kind, LocalDate on, Timeline asked, Timeline given, String summary) {
        var subscription = held.subscription();
        var wanted = subscription.charged(asked);
        var credited = subscription.charged(given);
        var change = log.add(held.decision(), subscription.id, kind, on, held.timeline(), summary);
        subscription.decisions++;
        subscription.endDate = wanted.end();
        subscription.paidUntil = wanted.paidUntil();
        showing.show(subscription, wanted, held.today());
        subscriptions.flush();
        var kept = book.rewrite(subscription.id, held.kept(), wanted, change);
        showing.tell(subscription, wanted, held.today(), change);
        var charged = billing.amend(subscription.id, kept, credited, since(held, credited), change);
        return SubscriptionView.of(subscription, Standing.of(wanted, held.today(), charged));
    }

    /** A day before which nothing changed: today, or the beginning of a period that is, or was, given back whole. */
    private static LocalDate since(Held held, Timeline credited) {
        return Stream.of(
                        Stream.ofNullable(credited.end()),
                        waived(credited, held.timeline()),
                        waived(held.timeline(), credited))
                .flatMap(days -> days)
                .filter(day -> day.isBefore(held.today()))
                .min(Comparator.naturalOrder())
                .orElse(held.today());
    }

    /** From when on days are given back whole by one timeline and not by the other. */
    private static Stream<LocalDate> waived(Timeline one, Timeline other) {
        return one.terms().stream()
                .filter(term -> term.mode() == Mode.WAIVED && !other.terms().contains(term))
                .map(Term::from);
    }
}

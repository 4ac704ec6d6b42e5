package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.account.PayerChanged;
import dev.rivulet.subscription.account.ZoneChanged;
import dev.rivulet.subscription.billing.BillingCursors.Cursor;
import dev.rivulet.subscription.billing.PayerBilling.Begun;
import dev.rivulet.subscription.rating.domain.Rating;
import dev.rivulet.subscription.rating.domain.Timeline;
import dev.rivulet.subscription.terms.TermBook.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Billing as the rest of the service sees it; always part of somebody's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Billing {

    private final PayerLocks locks;
    private final BillingCursors cursors;
    private final Corrections corrections;
    private final PayerBilling payers;
    private final RunningUsage running;
    private final BilledTenants tenants;
    private final Incidents incidents;
    private final PayerWake wake;
    private final TenantClock clock;

    Billing(
            PayerLocks locks,
            BillingCursors cursors,
            Corrections corrections,
            PayerBilling payers,
            RunningUsage running,
            BilledTenants tenants,
            Incidents incidents,
            PayerWake wake,
            TenantClock clock) {
        this.locks = locks;
        this.cursors = cursors;
        this.corrections = corrections;
        this.payers = payers;
        this.running = running;
        this.tenants = tenants;
        this.incidents = incidents;
        this.wake = wake;
        this.clock = clock;
    }

    /** Waits for the payer, and brings it up to date if the run has not come by yet. */
    public void lock(UUID payer) {
        lock(List.of(payer));
    }

    /** The same for several at once. */
    public void lock(List<UUID> held) {
        catchUp(locks.lock(held, clock.now()));
    }

    /** The same for those alone whom nobody else holds at the moment, as a run does that bills them; who that is. */
    public Set<UUID> lockFree(List<UUID> wanted) {
        var held = locks.lockFree(wanted, clock.now());
        catchUp(held.due());
        return held.payers();
    }

    private void catchUp(List<UUID> due) {
        if (!due.isEmpty()) {
            payers.bill(due);
        }
    }

    /** A new subscription of a payer that is held. */
    public record Beginning(UUID subscription, Payer payer, Kept kept) {}

    /** Begins to bill new subscriptions: what has fallen due, at once. */
    public void begin(List<Beginning> begun) {
        tenants.remember();
        payers.begin(begun.stream()
                .map(each -> new Begun(cursor(each, Rating.nextDue(each.kept().timeline(), null)), each.kept()))
                .toList());
    }

    private static Cursor cursor(Beginning begun, @Nullable LocalDate next) {
        var payer = begun.payer();
        return new Cursor(
                begun.subscription(), payer.id(), payer.payerId(), payer.zone().getId(), null, next, null, false);
    }

    /** Lets the run bill a subscription that ran before, of a payer that is held; what has begun already is told. */
    public void enroll(Beginning begun) {
        tenants.remember();
        var payer = begun.payer();
        var kept = begun.kept();
        var today = clock.today(payer.zone());
        var due = Rating.spans(kept.timeline(), null, today);
        var next = due.isEmpty()
                ? Rating.nextDue(kept.timeline(), today)
                : due.getFirst().dueOn();
        cursors.add(List.of(cursor(begun, next)));
        if (next != null && next.isAfter(today)) {
            wake.by(payer.payerId(), next, payer.zone());
        } else if (next != null) {
            wake.now(payer.payerId());
        }
    }

    /**
     * Charges and gives back what follows from a change of a subscription whose payer is held.
     *
     * @param credited the timeline by which is reckoned what is given back
     * @param since a day before which nothing changed
     * @return the last day whose charges are made by now
     */
    public LocalDate amend(UUID subscription, Kept kept, Timeline credited, LocalDate since, UUID change) {
        var cursor = cursors.of(subscription);
        var today = clock.today(ZoneId.of(cursor.zone()));
        var due = today.plusDays(1).equals(kept.timeline().end()) ? today.plusDays(1) : today;
        // What is charged up to a day already stays so, even where an end that was charged for is taken back.
        var billed = cursor.billedThrough();
        var through = billed == null || billed.isBefore(due) ? due : billed;
        var charges = corrections.of(cursor, kept, credited, since, through, today, change);
        // The end itself is still to come, whatever is charged of it.
        cursors.moveTo(List.of(Charging.standing(cursor, kept, through, today)));
        payers.bill(List.of(cursor.payerId()), clock.now(), charges);
        return through;
    }

    /** The first day that a subscription's periods are not charged for; empty where none was. */
    public Optional<LocalDate> chargedUntil(UUID subscription) {
        return corrections.chargedUntil(subscription);
    }

    /** What of an account's usage in running periods is not charged yet; its payer is held. */
    public List<UnbilledUsage> unbilledUsage(UUID account) {
        return running.of(account);
    }

    /** Asks a payer that is held for usage at once, with whatever else is due of it, without waiting for its billing day. */
    public void billUsage(UUID payer, List<UnbilledUsage> usage) {
        payers.billNow(payer, usage.stream().map(UnbilledUsage::charge).toList());
    }

    /** Whose a subscription is; empty where there is none. */
    public Optional<UUID> accountOf(UUID subscription) {
        return cursors.accountOf(subscription);
    }

    /** Does what the payer's coming days bring, up to an instant; for whoever takes it all back afterwards. */
    public void foresee(UUID payer, Instant until) {
        for (var due = locks.dueAt(payer); due.filter(at -> !at.isAfter(until)).isPresent(); due = locks.dueAt(payer)) {
            payers.bill(List.of(payer), due.orElseThrow(), List.of());
        }
    }

    /** The first instant in between at which something falls due. */
    public Optional<Instant> nextDue(Instant after, Instant until) {
        return locks.nextDue(after, until);
    }

    /** Lets what failed be tried again at once. */
    public void retryAll() {
        locks.retryAll(clock.now());
        cursors.retryAll();
    }

    /** Tells people of something else that failed with a subscription; it stays open until it is settled. */
    public void noteIncident(UUID subscription, String code, String diagnosis) {
        incidents.note(cursors.of(subscription).payerId(), subscription, code, diagnosis);
    }

    /** What had failed with a subscription has succeeded. */
    public void settleIncident(UUID subscription, String code) {
        incidents.settle(subscription, code);
    }

    /** What could not be billed and is still waiting. */
    public long countFailed() {
        return incidents.countOpen();
    }

    void onZoneChanged(@Observes ZoneChanged change) {
        cursors.moveTo(change.accountId(), change.zone().getId());
        cursors.payerOf(change.accountId()).ifPresent(payer -> {
            locks.lock(payer);
            payers.bill(List.of(payer));
        });
    }

    /** Somebody else pays from now on for what is still to come. */
    void onPayerChanged(@Observes PayerChanged change) {
        var both = Stream.of(change.from(), change.to()).sorted().toList();
        both.forEach(locks::lock);
        cursors.payedBy(change.accountId(), change.to());
        payers.bill(both);
    }
}

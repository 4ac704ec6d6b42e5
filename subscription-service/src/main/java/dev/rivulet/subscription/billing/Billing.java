package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.subscription.account.ZoneChanged;
import dev.rivulet.subscription.billing.domain.InvoiceDraft;
import dev.rivulet.subscription.metrics.MrrLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bills subscriptions period by period; always part of somebody's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Billing {

    private final BillingCursorRepository cursors;
    private final BilledTenants tenants;
    private final Invoicing invoicing;
    private final MrrLedger mrr;
    private final TenantClock clock;
    private final Event<ScheduleEnded> ends;

    Billing(
            BillingCursorRepository cursors,
            BilledTenants tenants,
            Invoicing invoicing,
            MrrLedger mrr,
            TenantClock clock,
            Event<ScheduleEnded> ends) {
        this.cursors = cursors;
        this.tenants = tenants;
        this.invoicing = invoicing;
        this.mrr = mrr;
        this.clock = clock;
        this.ends = ends;
    }

    /** Begins to bill a subscription: its first period at once if that has begun, the others when they are due. */
    public void start(BillingTerms terms) {
        tenants.remember();
        var cursor = BillingCursor.of(terms);
        cursors.persistAndFlush(cursor);
        if (!cursor.nextBillOn.isAfter(clock.today(terms.zone()))) {
            charge(cursor);
        }
    }

    /** Stops billing at the end of the period that has begun; returns the first day not covered. */
    public LocalDate stopAtPeriodEnd(UUID subscriptionId) {
        var cursor = cursors.lock(subscriptionId);
        var end = cursor.schedule().endOfPeriodAt(clock.today(cursor.zoneId()));
        // What is billed is covered, even if a change of zone made today an earlier day.
        cursor.endsOn = end.isBefore(cursor.nextBillOn) ? cursor.nextBillOn : end;
        return cursor.endsOn;
    }

    /** The first instant in between at which something falls due. */
    public Optional<Instant> nextDue(Instant after, Instant until) {
        return cursors.nextDue(after, until);
    }

    /** Lets subscriptions that failed be tried again at once. */
    public void retryAll() {
        cursors.retryAll();
    }

    /** Subscriptions whose last attempt failed. */
    public long countFailed() {
        return cursors.count("failures > 0");
    }

    @Nullable
    BillingCursor claim() {
        return cursors.claim(clock.now());
    }

    /** Waits until another run is done with what has been due longest; false when nothing is due. */
    boolean awaitAnother() {
        return cursors.awaitAnother(clock.now());
    }

    /** Takes a claimed subscription one step on: bills a period, or ends it. True when there is a new invoice. */
    boolean advance(BillingCursor cursor) {
        if (cursor.hasEnded()) {
            end(cursor);
            return false;
        }
        charge(cursor);
        return true;
    }

    void putOff(UUID subscriptionId, String reason) {
        cursors.putOff(subscriptionId, reason);
    }

    void onZoneChanged(@Observes ZoneChanged change) {
        cursors.lockAllOf(change.accountId()).forEach(cursor -> cursor.moveTo(change.zone()));
    }

    private void charge(BillingCursor cursor) {
        var period = cursor.schedule().period(cursor.nextPeriod);
        if (cursor.nextPeriod == 0) {
            mrr.started(cursor.accountId, cursor.subscriptionId, cursor.price, period.start());
        }
        var draft = InvoiceDraft.flat(cursor.plan(), period, clock.today(cursor.zoneId()));
        cursor.standAt(cursor.nextPeriod + 1);
        invoicing.issue(cursor.accountId, cursor.subscriptionId, draft);
    }

    private void end(BillingCursor cursor) {
        var on = cursor.nextBillOn;
        if (cursor.nextPeriod > 0) {
            mrr.ended(cursor.accountId, cursor.subscriptionId, cursor.price, on);
        }
        cursor.close();
        ends.fire(new ScheduleEnded(cursor.subscriptionId, on));
    }
}

package dev.rivulet.subscription.dunning;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;

/** Opens and closes cases, and says so; part of a transaction that has locked the payer. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Standing {

    /** So that each event of an account has a higher version than the one before, over all its cases. */
    private static final int MOST_IN_A_CASE = 100_000;

    private final CaseRepository cases;
    private final Outbox outbox;
    private final Event<AccountSuspended> suspensions;
    private final Event<AccountResumed> resumptions;

    Standing(
            CaseRepository cases,
            Outbox outbox,
            Event<AccountSuspended> suspensions,
            Event<AccountResumed> resumptions) {
        this.cases = cases;
        this.outbox = outbox;
        this.suspensions = suspensions;
        this.resumptions = resumptions;
    }

    DunningCase open(UUID account, LocalDate on) {
        var opened = new DunningCase();
        opened.accountId = account;
        opened.episode = cases.nextEpisode(account);
        opened.status = DunningCase.Status.OPEN;
        opened.openedOn = on;
        cases.persistAndFlush(opened);
        return opened;
    }

    void suspend(DunningCase of, Money owed, LocalDate on, int eventsSoFar, boolean billingStops) {
        of.suspended = true;
        outbox.publish(
                dev.rivulet.subscription.events.AccountSuspended.TYPE,
                of.accountId,
                version(of, eventsSoFar),
                new dev.rivulet.subscription.events.AccountSuspended(of.accountId, of.episode, owed, on));
        suspensions.fire(new AccountSuspended(of.accountId, on, billingStops));
    }

    void close(DunningCase of, DunningCase.Status as, LocalDate on) {
        of.close(as, on);
        if (as != DunningCase.Status.WRITTEN_OFF) {
            resume(of, on);
        }
    }

    /** Serves the payer again, if this case had stopped that. */
    void resume(DunningCase of, LocalDate on) {
        if (of.suspended) {
            of.suspended = false;
            outbox.publish(
                    dev.rivulet.subscription.events.AccountResumed.TYPE,
                    of.accountId,
                    version(of, MOST_IN_A_CASE - 1),
                    new dev.rivulet.subscription.events.AccountResumed(of.accountId, of.episode, on));
            resumptions.fire(new AccountResumed(of.accountId, on));
        }
    }

    static long version(DunningCase of, int eventsSoFar) {
        return (long) of.episode * MOST_IN_A_CASE + eventsSoFar;
    }
}

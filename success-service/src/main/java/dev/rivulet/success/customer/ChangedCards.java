package dev.rivulet.success.customer;

import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.transaction.BeforeCommit;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.TreeSet;
import java.util.UUID;

/** Gathers whose cards change in a transaction, for whoever keeps something in step with them. */
@Singleton
class ChangedCards {

    private final BeforeCommit beforeCommit;
    private final ClockGate gate;
    private final CustomerLocks locks;
    private final Event<CardsChanged> changes;

    ChangedCards(BeforeCommit beforeCommit, ClockGate gate, CustomerLocks locks, Event<CardsChanged> changes) {
        this.beforeCommit = beforeCommit;
        this.gate = gate;
        this.locks = locks;
        this.changes = changes;
    }

    private record Changed(TreeSet<UUID> accounts) {}

    void changed(@Observes CardChanged change) {
        beforeCommit
                .collect(Changed.class, this::nothingChanged, this::tell)
                .accounts()
                .add(change.accountId());
    }

    /** Holds the clock before any customer is locked, as scoring does. */
    private Changed nothingChanged() {
        gate.hold();
        return new Changed(new TreeSet<>());
    }

    private void tell(Changed changed) {
        locks.lock(changed.accounts());
        changes.fire(new CardsChanged(changed.accounts()));
    }
}

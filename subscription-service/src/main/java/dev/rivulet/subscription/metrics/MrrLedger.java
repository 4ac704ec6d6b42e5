package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.subscription.events.MrrMoved;
import dev.rivulet.subscription.metrics.MrrMovement.Cause;
import dev.rivulet.subscription.metrics.domain.MovementKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Books every change of monthly recurring revenue, in the transaction that causes it. Revenue begins with the first
 * period charged, so that a trial has none, and goes at the effective end.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MrrLedger {

    private final MrrMovementRepository movements;
    private final Outbox outbox;
    private final TenantClock clock;

    MrrLedger(MrrMovementRepository movements, Outbox outbox, TenantClock clock) {
        this.movements = movements;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A subscription's first charged period begins. */
    public void started(UUID accountId, UUID subscriptionId, Money monthly, LocalDate on) {
        book(accountId, subscriptionId, Cause.STARTED, monthly, on);
    }

    /** A subscription that was charged has come to its end. */
    public void ended(UUID accountId, UUID subscriptionId, Money monthly, LocalDate on) {
        book(accountId, subscriptionId, Cause.ENDED, monthly.negate(), on);
    }

    private void book(UUID accountId, UUID subscriptionId, Cause cause, Money change, LocalDate on) {
        if (change.isZero()) {
            return;
        }
        var balance = movements.add(accountId, change);
        var before = Math.subtractExact(balance.minor(), change.minor());
        var movement = new MrrMovement();
        movement.accountId = accountId;
        movement.subscriptionId = subscriptionId;
        movement.cause = cause;
        movement.kind = MovementKind.of(before, change.minor(), balance.moves() == 1);
        movement.amount = change;
        movement.movedOn = on;
        movement.recordedAt = clock.now();
        movements.persist(movement);
        outbox.publish(
                MrrMoved.TYPE,
                accountId,
                balance.moves(),
                new MrrMoved(movement.id, accountId, subscriptionId, movement.kind.name(), change, on));
    }
}

package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.subscription.events.MrrMoved;
import dev.rivulet.subscription.metrics.MrrMovementRepository.Balance;
import dev.rivulet.subscription.metrics.domain.MovementKind;
import dev.rivulet.subscription.metrics.domain.RevenueMove;
import dev.rivulet.subscription.metrics.domain.RevenueMove.Part;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
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

    /**
     * A subscription's revenue a month becomes this from a day on. The day may be in the past: what is booked of later
     * days is then taken back on those days, and a caller who knows better of them moves again. The kind of a movement
     * is what it was for the customer when it was booked. Nothing happens when nothing changes, nor when the same cause
     * has moved the subscription on that day already.
     */
    public void moveTo(UUID accountId, UUID subscriptionId, Money monthly, LocalDate on, String cause, MrrFacts facts) {
        var before = movements.lock(accountId, monthly.currency());
        if (movements.isBooked(subscriptionId, cause, on)) {
            return;
        }
        var parts = RevenueMove.parts(movements.byDay(subscriptionId), on, monthly.minor());
        var change = parts.stream().mapToLong(Part::change).reduce(0, Math::addExact);
        var after = new Balance(Math.addExact(before.minor(), change), before.moves());
        var now = clock.now();
        for (var part : parts) {
            var movement = movement(part, monthly, facts, now);
            movement.accountId = accountId;
            movement.subscriptionId = subscriptionId;
            movement.cause = cause;
            movement.effectiveOn = on;
            movement.kind = MovementKind.of(before.minor(), after.minor(), part.change(), before.moves() == 0);
            movements.persist(movement);
            after = after.moved();
            outbox.publish(
                    MrrMoved.TYPE,
                    accountId,
                    after.moves(),
                    new MrrMoved(
                            movement.id,
                            accountId,
                            subscriptionId,
                            movement.kind.name(),
                            movement.amount,
                            movement.movedOn,
                            now,
                            facts.planId(),
                            facts.productId(),
                            facts.segmentId(),
                            facts.partnerId()));
        }
        if (!parts.isEmpty()) {
            movements.flush();
            movements.keep(accountId, after);
        }
    }

    /** As above, with what the subscription's last movement concerned. */
    public void moveTo(UUID accountId, UUID subscriptionId, Money monthly, LocalDate on, String cause) {
        moveTo(accountId, subscriptionId, monthly, on, cause, movements.lastFacts(subscriptionId));
    }

    private static MrrMovement movement(Part part, Money monthly, MrrFacts facts, Instant now) {
        var movement = new MrrMovement();
        movement.amount = new Money(part.change(), monthly.currency());
        movement.movedOn = part.on();
        movement.recordedAt = now;
        movement.planId = facts.planId();
        movement.productId = facts.productId();
        movement.segmentId = facts.segmentId();
        movement.partnerId = facts.partnerId();
        movement.activityCode = facts.activityCode();
        return movement;
    }
}

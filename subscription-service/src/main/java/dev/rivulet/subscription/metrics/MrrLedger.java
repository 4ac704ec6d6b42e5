package dev.rivulet.subscription.metrics;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.subscription.events.MrrMoved;
import dev.rivulet.subscription.metrics.MrrBooks.Balance;
import dev.rivulet.subscription.metrics.domain.MovementKind;
import dev.rivulet.subscription.metrics.domain.RevenueMove;
import dev.rivulet.subscription.metrics.domain.RevenueMove.Part;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Books every change of monthly recurring revenue, in the transaction that causes it. Revenue begins with the first
 * period charged, so that a trial has none, and goes at the effective end.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MrrLedger {

    private final MrrMovementRepository movements;
    private final MrrBooks books;
    private final Outbox outbox;
    private final TenantClock clock;

    MrrLedger(MrrMovementRepository movements, MrrBooks books, Outbox outbox, TenantClock clock) {
        this.movements = movements;
        this.books = books;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A subscription's revenue a month becomes this from a day on. */
    public record Move(
            UUID accountId, UUID subscriptionId, Money monthly, LocalDate on, String cause, MrrFacts facts) {}

    /**
     * Books moves, in their order. The day of one may be in the past: what is booked of later days is then taken back
     * on those days, and a caller who knows better of them moves again. The kind of a movement is what it was for the
     * customer when it was booked. Nothing happens where nothing changes, nor where the same cause has moved the
     * subscription on that day already.
     */
    public void move(List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        var standing = books.lock(moves);
        var booked = books.of(moves);
        var events = new ArrayList<Outbox.Publication>();
        for (var move : moves) {
            standing.computeIfPresent(
                    move.accountId(),
                    (account, before) ->
                            move(move, booked.getOrDefault(move.subscriptionId(), new Booked()), before, events));
        }
        if (!events.isEmpty()) {
            movements.flush();
            books.keep(standing);
            outbox.publishAll(events);
        }
    }

    private Balance move(Move move, Booked booked, Balance before, List<Outbox.Publication> events) {
        if (booked.has(move.cause(), move.on())) {
            return before;
        }
        var parts = RevenueMove.parts(booked.byDay(), move.on(), move.monthly().minor());
        var change = parts.stream().mapToLong(Part::change).reduce(0, Math::addExact);
        var after = new Balance(Math.addExact(before.minor(), change), before.moves());
        for (var part : parts) {
            var movement = movement(move, part, clock.now());
            movement.kind = MovementKind.of(before.minor(), after.minor(), part.change(), before.moves() == 0);
            movements.persist(movement);
            booked.add(move.cause(), move.on(), part.on(), part.change());
            after = after.moved();
            events.add(new Outbox.Publication(MrrMoved.TYPE, move.accountId(), after.moves(), movement.asMoved()));
        }
        return after;
    }

    private static MrrMovement movement(Move move, Part part, Instant now) {
        var movement = new MrrMovement();
        movement.accountId = move.accountId();
        movement.subscriptionId = move.subscriptionId();
        movement.cause = move.cause();
        movement.effectiveOn = move.on();
        movement.amount = new Money(part.change(), move.monthly().currency());
        movement.movedOn = part.on();
        movement.recordedAt = now;
        movement.take(move.facts());
        return movement;
    }
}

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Books every change of monthly recurring revenue, in the transaction that causes it. Revenue begins with the first
 * period charged, so that a trial has none, and goes at the effective end.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class MrrLedger {

    private final MrrBooks books;
    private final Outbox outbox;
    private final TenantClock clock;

    MrrLedger(MrrBooks books, Outbox outbox, TenantClock clock) {
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
        if (!moves.isEmpty()) {
            var standing = books.lock(moves);
            move(moves, standing, books.of(moves));
        }
    }

    /** The same for new subscriptions, of which nothing is booked. */
    public void begin(List<Move> moves) {
        if (!moves.isEmpty()) {
            move(moves, books.lock(moves), new HashMap<>());
        }
    }

    private void move(List<Move> moves, Map<UUID, Balance> standing, Map<UUID, Booked> booked) {
        var movements = new ArrayList<Movement>();
        for (var move : moves) {
            var known = booked.computeIfAbsent(move.subscriptionId(), subscription -> new Booked());
            standing.computeIfPresent(move.accountId(), (account, before) -> move(move, known, before, movements));
        }
        if (!movements.isEmpty()) {
            books.keep(movements.stream().map(Movement::entry).toList(), standing);
            outbox.publishAll(movements.stream().map(Movement::publication).toList());
        }
    }

    /** A movement, and which of its account's it is, counted from 1. */
    private record Movement(MrrMovement entry, long place) {

        Outbox.Publication publication() {
            return new Outbox.Publication(MrrMoved.TYPE, entry.accountId, place, entry.asMoved());
        }
    }

    private Balance move(Move move, Booked booked, Balance before, List<Movement> movements) {
        if (booked.has(move.cause(), move.on())) {
            return before;
        }
        var parts = RevenueMove.parts(booked.byDay(), move.on(), move.monthly().minor());
        var change = parts.stream().mapToLong(Part::change).reduce(0, Math::addExact);
        var after = new Balance(Math.addExact(before.minor(), change), before.moves());
        for (var part : parts) {
            var movement = movement(move, part, clock.now());
            movement.kind = MovementKind.of(before.minor(), after.minor(), part.change(), before.moves() == 0);
            booked.add(move.cause(), move.on(), part.on(), part.change());
            after = after.moved();
            movements.add(new Movement(movement, after.moves()));
        }
        return after;
    }

    private static MrrMovement movement(Move move, Part part, Instant now) {
        var movement = new MrrMovement();
        movement.id = Objects.requireNonNull(UuidVersion7Strategy.INSTANCE.generateUuid(null));
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

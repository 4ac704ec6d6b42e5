package dev.rivulet.success.revenue;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.clock.ClockGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps the copy of the ledger, and its sums in step with it, in one transaction. */
@ApplicationScoped
class RevenueCopies {

    private final LedgerStore ledgers;
    private final RollupStore rollups;
    private final TenantClock clock;
    private final ClockGate gate;
    private final Event<RevenueMoved> moves;

    RevenueCopies(
            LedgerStore ledgers, RollupStore rollups, TenantClock clock, ClockGate gate, Event<RevenueMoved> moves) {
        this.ledgers = ledgers;
        this.rollups = rollups;
        this.clock = clock;
        this.gate = gate;
        this.moves = moves;
    }

    /**
     * Of many movements at once; those it has had before change nothing. The clock stands still meanwhile: what is over
     * by the time it moves to is judged by movements that are written, and whoever hears of them knows what is over.
     */
    @Transactional
    void take(List<MrrMoved> moved) {
        gate.hold();
        ledgers.lock(moved.stream().map(MrrMoved::accountId).collect(Collectors.toCollection(TreeSet::new)));
        var added = ledgers.insert(moved);
        var accounts = moved.stream()
                .filter(movement -> added.contains(movement.id()))
                .map(MrrMoved::accountId)
                .collect(Collectors.toCollection(TreeSet::new));
        if (accounts.isEmpty()) {
            return;
        }
        var attributes = ledgers.attributes(accounts);
        var change = new RollupChange();
        var changed = ledgers.of(accounts);
        for (var ledger : changed) {
            var own = attributes.getOrDefault(ledger.accountId(), Map.of());
            change.subtract(ledger.without(added), own);
            change.add(ledger, own);
        }
        ledgers.keepStarts(changed);
        apply(change);
        moves.fire(new RevenueMoved(List.copyOf(accounts)));
    }

    /** From now on the accounts have these values, and of what they had before none, in all months. */
    @Transactional
    void attributes(Map<UUID, Map<String, String>> values) {
        ledgers.lock(new TreeSet<>(values.keySet()));
        var before = ledgers.attributes(values.keySet());
        var now = new TreeMap<>(values);
        now.entrySet().removeIf(each -> each.getValue().equals(before.getOrDefault(each.getKey(), Map.of())));
        if (now.isEmpty()) {
            return;
        }
        var change = new RollupChange();
        for (var ledger : ledgers.of(now.keySet())) {
            change.subtract(ledger, before.getOrDefault(ledger.accountId(), Map.of()));
            change.add(ledger, now.getOrDefault(ledger.accountId(), Map.of()));
        }
        ledgers.keepAttributes(now);
        apply(change);
    }

    private void apply(RollupChange change) {
        var rows = change.rows();
        rollups.add(rows);
        var first = RollupChange.first(rows);
        if (first != null) {
            rollups.changed(first, clock.systemTime());
        }
    }
}

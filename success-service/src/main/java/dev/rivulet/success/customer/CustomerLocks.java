package dev.rivulet.success.customer;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.clock.ClockGate;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One order of locks for everything that changes what is known of customers, so that no two transactions wait for each
 * other both ways: the clock, then the customers by their ids, then whatever is written of them.
 */
@Singleton
public class CustomerLocks {

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;
    private final ClockGate gate;
    private final Event<CardChanged> cardChanges;

    CustomerLocks(Sql sql, Tenants tenants, TenantClock clock, ClockGate gate, Event<CardChanged> cardChanges) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
        this.gate = gate;
        this.cardChanges = cardChanges;
    }

    /**
     * For a transaction that is about to write of these accounts, before it writes anything: those not heard of before
     * become customers, and all are locked. New rows come before locks everywhere, both in the order of the ids.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, LockedCustomer> claim(Collection<UUID> accounts) {
        return claim(accounts, List.of());
    }

    /** The same, with others that are locked in the same order where they are customers, and do not become any. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, LockedCustomer> claim(Collection<UUID> accounts, Collection<UUID> others) {
        if (accounts.isEmpty() && others.isEmpty()) {
            return Map.of();
        }
        gate.hold();
        sql.query(
                        "INSERT INTO customer (tenant_id, id) SELECT ?, id FROM unnest(?::uuid[]) AS id ORDER BY id"
                                + " ON CONFLICT DO NOTHING RETURNING id",
                        row -> row.getObject(1, UUID.class),
                        tenants.current(),
                        accounts.stream().map(UUID::toString).toArray(String[]::new))
                .forEach(account -> cardChanges.fire(new CardChanged(account)));
        var all = new HashSet<>(accounts);
        all.addAll(others);
        return lock(all);
    }

    /**
     * Locks those of the accounts that are customers until the end of the transaction; the lock lets foreign keys refer
     * to them meanwhile.
     *
     * @return in the order of their ids
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, LockedCustomer> lock(Collection<UUID> accounts) {
        record Locked(UUID id, ZoneId zone) {}
        var found = sql.query(
                "SELECT c.id, c.zone FROM unnest(?::uuid[]) AS wanted (id)"
                        + " JOIN customer c ON c.tenant_id = ? AND c.id = wanted.id ORDER BY c.id"
                        + " FOR NO KEY UPDATE OF c",
                row -> {
                    var zone = row.getString(2);
                    return new Locked(row.getObject(1, UUID.class), zone == null ? ZoneOffset.UTC : ZoneId.of(zone));
                },
                accounts.stream().map(UUID::toString).toArray(String[]::new),
                tenants.current());
        // Asked only now: waiting for a lock may have meant waiting for a move of the clock.
        var now = clock.now();
        var locked = new LinkedHashMap<UUID, LockedCustomer>();
        for (var customer : found) {
            locked.put(
                    customer.id(),
                    new LockedCustomer(customer.id(), customer.zone(), LocalDate.ofInstant(now, customer.zone())));
        }
        return locked;
    }
}

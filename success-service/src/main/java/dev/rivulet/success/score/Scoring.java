package dev.rivulet.success.score;

import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.clock.ClockMoved;
import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.transaction.BeforeCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Recomputes scores in the transaction of whatever changed one of their inputs: once per customer, at its end and in
 * the order of their ids.
 */
@ApplicationScoped
class Scoring {

    private static final int CHUNK = 500;

    private final BeforeCommit beforeCommit;
    private final Customers customers;
    private final CurrentModels models;
    private final Recomputation recomputation;
    private final ScoredTenants scored;
    private final ClockGate gate;

    Scoring(
            BeforeCommit beforeCommit,
            Customers customers,
            CurrentModels models,
            Recomputation recomputation,
            ScoredTenants scored,
            ClockGate gate) {
        this.beforeCommit = beforeCommit;
        this.customers = customers;
        this.models = models;
        this.recomputation = recomputation;
        this.scored = scored;
        this.gate = gate;
    }

    /** The accounts of one transaction whose score is to be computed. */
    private record Due(Set<UUID> accounts) {}

    void changed(@Observes CustomerChanged change) {
        due().add(change.accountId());
    }

    /** A test clock jumps over days, and every day may change what is overdue and who is active. */
    void moved(@Observes ClockMoved move) {
        for (var page = customers.page(null, new UUID(0, 0), CHUNK); !page.isEmpty(); ) {
            page.forEach(customer -> due().add(customer.id()));
            page = customers.page(null, page.getLast().id(), CHUNK);
        }
    }

    private Set<UUID> due() {
        return beforeCommit
                .collect(Due.class, this::nothingDue, due -> recompute(due.accounts()))
                .accounts();
    }

    /** Holds the clock before any customer is locked, the same order as in a move of it. */
    private Due nothingDue() {
        gate.hold();
        return new Due(new TreeSet<>());
    }

    /**
     * All customers are locked at once, in the database's order of ids: Java has another one, so that chunk by chunk two
     * transactions could wait for each other. The tenant is remembered last: who waits for that waits for a transaction
     * that waits for nobody. The clock is held before, for those who have no reason yet to hold it: what a new score sets
     * off will hold it, when the customers are locked already.
     */
    void recompute(Collection<UUID> accounts) {
        gate.hold();
        customers.lock(accounts);
        var inForce = models.inForce();
        var all = List.copyOf(accounts);
        var added = false;
        for (var from = 0; from < all.size(); from += CHUNK) {
            added |= recomputation.recompute(all.subList(from, Math.min(from + CHUNK, all.size())), inForce);
        }
        if (added) {
            scored.remember();
        }
    }
}

package dev.rivulet.success.score;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.clock.ClockMoved;
import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.events.ScoreChanged;
import dev.rivulet.success.events.SuccessEvents;
import dev.rivulet.success.score.domain.Score;
import dev.rivulet.success.score.domain.ScoreModel;
import dev.rivulet.success.transaction.BeforeCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes scores in the transaction of whatever changed one of their inputs: once per customer, at its end. The
 * customers are locked first, so that of two changes at the same moment the second sees the first.
 */
@ApplicationScoped
class Scoring {

    private static final int CHUNK = 500;

    private final BeforeCommit beforeCommit;
    private final Customers customers;
    private final ScoreInputs inputs;
    private final CustomerScoreRepository scores;
    private final ScoreModel model;
    private final TenantClock clock;
    private final ClockGate gate;
    private final Tenants tenants;
    private final Outbox outbox;
    private final Event<ScoreMoved> moves;

    Scoring(
            BeforeCommit beforeCommit,
            Customers customers,
            ScoreInputs inputs,
            CustomerScoreRepository scores,
            ScoreSettings settings,
            TenantClock clock,
            ClockGate gate,
            Tenants tenants,
            Outbox outbox,
            Event<ScoreMoved> moves) {
        this.beforeCommit = beforeCommit;
        this.customers = customers;
        this.inputs = inputs;
        this.scores = scores;
        this.model = new ScoreModel(settings.weights(), settings.minimumCoverage());
        this.clock = clock;
        this.gate = gate;
        this.tenants = tenants;
        this.outbox = outbox;
        this.moves = moves;
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

    void recompute(Collection<UUID> accounts) {
        var all = List.copyOf(accounts);
        for (var from = 0; from < all.size(); from += CHUNK) {
            recomputeChunk(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
    }

    /** An account of which nothing but usage is known is no customer yet and has no score. */
    private void recomputeChunk(List<UUID> accounts) {
        var todays = customers.lock(accounts);
        if (todays.isEmpty()) {
            return;
        }
        var now = clock.now();
        var values = inputs.of(todays);
        var known = scores.ofAccounts(todays.keySet()).stream()
                .collect(Collectors.toMap(score -> score.accountId, Function.identity()));
        var changed = new ArrayList<CustomerScore>();
        var moved = new ArrayList<ScoreMoved>();
        todays.forEach((account, today) -> {
            var before = known.get(account);
            var stored = before == null ? new CustomerScore() : before;
            var current = model.score(values.of(account));
            if (before == null || !isShownBy(before, current)) {
                changed.add(stored);
                moved.add(new ScoreMoved(account, today, before == null ? null : before.score, current));
            }
            stored.accountId = account;
            stored.score = current.score();
            stored.coverage = current.coverage();
            stored.values(values.of(account));
            stored.computedAt = now;
            scores.persist(stored);
        });
        scores.flush();
        if (known.size() < todays.size()) {
            scores.rememberTenant(tenants.current());
        }
        changed.forEach(score -> outbox.publish(
                SuccessEvents.SCORE_CHANGED,
                score.accountId,
                score.version,
                new ScoreChanged(score.accountId, score.score, score.coverage, now)));
        moved.forEach(moves::fire);
    }

    private static boolean isShownBy(CustomerScore stored, Score current) {
        return same(stored.score, current.score()) && same(stored.coverage, current.coverage());
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}

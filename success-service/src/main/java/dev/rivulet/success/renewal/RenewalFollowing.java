package dev.rivulet.success.renewal;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.clock.ClockedTenants;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.customer.SubscriptionState;
import dev.rivulet.success.customer.domain.Monthly;
import dev.rivulet.success.renewal.domain.Anniversary;
import dev.rivulet.success.renewal.domain.Course;
import dev.rivulet.success.transaction.BeforeCommit;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out when a subscription comes up for renewal, with each state of it that is heard of. */
@Singleton
class RenewalFollowing {

    private final BeforeCommit beforeCommit;
    private final RenewalTable renewals;
    private final Customers customers;
    private final ClockGate gate;
    private final ClockedTenants clocked;

    RenewalFollowing(
            BeforeCommit beforeCommit,
            RenewalTable renewals,
            Customers customers,
            ClockGate gate,
            ClockedTenants clocked) {
        this.beforeCommit = beforeCommit;
        this.renewals = renewals;
        this.customers = customers;
        this.gate = gate;
        this.clocked = clocked;
    }

    /** The latest states of one transaction's subscriptions. */
    private record Changed(TreeMap<UUID, SubscriptionState> states) {}

    void changed(@Observes SubscriptionState state) {
        beforeCommit
                .collect(Changed.class, this::nothingChanged, changed -> follow(changed.states()))
                .states()
                .put(state.id(), state);
    }

    /** Holds the clock before any customer is locked. */
    private Changed nothingChanged() {
        gate.hold();
        return new Changed(new TreeMap<>());
    }

    private void follow(Map<UUID, SubscriptionState> states) {
        var accounts =
                states.values().stream().map(SubscriptionState::accountId).collect(Collectors.toSet());
        var todays = customers.lock(accounts);
        var known = renewals.toCome(states.keySet()).stream()
                .collect(Collectors.toMap(Renewal::subscriptionId, Function.identity()));
        var next = new ArrayList<Renewal>();
        states.forEach((id, state) -> next(state, known.get(id), todays.getOrDefault(state.accountId(), LocalDate.MIN))
                .ifPresent(next::add));
        if (known.isEmpty() && next.isEmpty()) {
            return;
        }
        renewals.replace(states.keySet(), next);
        clocked.remember();
    }

    /** One that is to come out at the next look, or whose end is told late, is not overtaken by the one after it. */
    private static Optional<Renewal> next(SubscriptionState state, @Nullable Renewal known, LocalDate today) {
        var years = years(state);
        var ends = state.endDate() != null;
        var from = known != null && (ends || known.dueOn().isBefore(today)) ? earliest(state, known) : today;
        return new Course(state.startDate(), state.endDate(), years)
                .next(from)
                .map(due -> Renewal.of(
                        state.id(),
                        state.accountId(),
                        due,
                        state.planName(),
                        state.startDate(),
                        ends,
                        years,
                        mrr(state)))
                .map(renewal -> known == null ? renewal : renewal.seenAs(known));
    }

    private static LocalDate earliest(SubscriptionState state, Renewal known) {
        var end = state.endDate();
        return end != null && end.isBefore(known.dueOn()) ? end : known.dueOn();
    }

    private static @Nullable Anniversary years(SubscriptionState state) {
        if (!"YEAR".equals(state.period())) {
            return null;
        }
        var anchor = state.anchor();
        return anchor == null
                ? new Anniversary(state.startDate(), state.startDate().getDayOfMonth())
                : new Anniversary(anchor.first(), anchor.day());
    }

    /** Nothing in a trial, in a pause and before the start. */
    private static Money mrr(SubscriptionState state) {
        var zero = Money.zero(state.price().currency());
        return state.phaseOrStatus().equals("RUNNING")
                ? Monthly.of(state.price(), state.period() == null ? "MONTH" : state.period())
                        .orElse(zero)
                : zero;
    }
}

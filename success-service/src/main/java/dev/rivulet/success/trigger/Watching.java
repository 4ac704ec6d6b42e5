package dev.rivulet.success.trigger;

import dev.rivulet.success.clock.ClockGate;
import dev.rivulet.success.customer.CustomerLocks;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.customer.RecurringRevenue;
import dev.rivulet.success.score.ScoreMoved;
import dev.rivulet.success.task.Reason;
import dev.rivulet.success.task.TaskOrder;
import dev.rivulet.success.task.Tasks;
import dev.rivulet.success.task.domain.Deadline;
import dev.rivulet.success.touch.Touches;
import dev.rivulet.success.transaction.BeforeCommit;
import dev.rivulet.success.trigger.WatchTable.Pair;
import dev.rivulet.success.trigger.domain.Alarm;
import dev.rivulet.success.trigger.domain.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets the rules look at customers, in the transaction of what may set one off and once per customer at its end. The
 * customers are locked, so that of two changes at the same moment the second sees what the first has led to.
 */
@ApplicationScoped
class Watching {

    private static final int CHUNK = 500;

    private final BeforeCommit beforeCommit;
    private final ClockGate gate;
    private final Customers customers;
    private final RecurringRevenue revenue;
    private final CustomerLocks locks;
    private final Rules rules;
    private final Readings readings;
    private final WatchTable watches;
    private final Touches touches;
    private final Tasks tasks;

    Watching(
            BeforeCommit beforeCommit,
            ClockGate gate,
            Customers customers,
            RecurringRevenue revenue,
            CustomerLocks locks,
            Rules rules,
            Readings readings,
            WatchTable watches,
            Touches touches,
            Tasks tasks) {
        this.beforeCommit = beforeCommit;
        this.gate = gate;
        this.customers = customers;
        this.revenue = revenue;
        this.locks = locks;
        this.rules = rules;
        this.readings = readings;
        this.watches = watches;
        this.touches = touches;
        this.tasks = tasks;
    }

    /** The accounts of one transaction that are to be looked at. */
    private record Due(Set<UUID> accounts) {}

    void moved(@Observes ScoreMoved move) {
        beforeCommit
                .collect(Due.class, () -> new Due(new TreeSet<>()), due -> look(due.accounts()))
                .accounts()
                .add(move.accountId());
    }

    /**
     * All rules that have a value at these customers. The customers are locked before the rules are asked for: for a
     * tenant that has none yet they are written, and who waits for their writer may hold customers.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void look(Collection<UUID> accounts) {
        gate.hold();
        customers.lock(accounts);
        var looking = rules.enabled().stream()
                .filter(rule -> rule.definition.condition().kind().direction != null)
                .toList();
        if (looking.isEmpty()) {
            return;
        }
        var all = List.copyOf(accounts);
        for (var from = 0; from < all.size(); from += CHUNK) {
            look(looking, all.subList(from, Math.min(from + CHUNK, all.size())));
        }
    }

    private void look(List<TriggerRule> looking, List<UUID> accounts) {
        var todays = customers.lock(accounts);
        var round = readings.of(todays);
        var known = watches.of(todays.keySet());
        var changed = new HashMap<Pair, Watch>();
        var fired = new ArrayList<Fired>();
        todays.forEach((account, today) -> {
            for (var rule : looking) {
                var definition = rule.definition;
                var pair = new Pair(account, rule.id);
                var watch = known.getOrDefault(pair, Watch.NEW);
                var reading = round.read(definition.condition(), account);
                var step = definition
                        .condition()
                        .alarm(definition.cooldownDays())
                        .see(watch, reading.map(Reading::value).orElse(null), today);
                if (!step.watch().equals(watch)) {
                    changed.put(pair, step.watch());
                }
                if (step.fires()) {
                    fired.add(new Fired(account, rule, reading.orElseThrow().reason()));
                }
            }
        });
        watches.save(changed);
        orders(fired);
    }

    /** Something that has happened to a customer. */
    private record Event(ConditionKind kind, UUID account, Reason reason) {}

    private record Happened(List<Event> events) {}

    /** Something has happened to a customer that rules of this kind wait for; they see it at the transaction's end. */
    @Transactional(Transactional.TxType.MANDATORY)
    void happened(ConditionKind kind, UUID account, Reason reason) {
        beforeCommit
                .collect(Happened.class, () -> new Happened(new ArrayList<>()), happened -> react(happened.events()))
                .events()
                .add(new Event(kind, account, reason));
    }

    private void react(List<Event> events) {
        gate.hold();
        var claimed = locks.claim(events.stream().map(Event::account).distinct().toList());
        var waiting = rules.enabled().stream()
                .filter(rule -> rule.definition.condition().kind().direction == null)
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        var watched = watches.of(claimed.keySet());
        var changed = new HashMap<Pair, Watch>();
        var fired = new ArrayList<Fired>();
        for (var event : events) {
            var today = Objects.requireNonNull(claimed.get(event.account())).today();
            for (var rule : waiting) {
                if (rule.definition.condition().kind() != event.kind()) {
                    continue;
                }
                var pair = new Pair(event.account(), rule.id);
                var step = Alarm.happened(watched.getOrDefault(pair, Watch.NEW), today, rule.definition.cooldownDays());
                if (step.fires()) {
                    watched.put(pair, step.watch());
                    changed.put(pair, step.watch());
                    fired.add(new Fired(event.account(), rule, event.reason()));
                }
            }
        }
        watches.save(changed);
        orders(fired);
    }

    private record Fired(UUID account, TriggerRule rule, Reason reason) {}

    private void orders(List<Fired> fired) {
        if (fired.isEmpty()) {
            return;
        }
        var accounts = fired.stream().map(Fired::account).toList();
        var managers = touches.managers(accounts);
        var atStake = revenue.atStake(customers.todays(accounts));
        tasks.warn(fired.stream()
                .map(each -> order(each, managers.get(each.account())).putting(atStake.get(each.account())))
                .toList());
    }

    /** The task is of whom the rule names, else of the customer's manager, else of whoever takes it from the queue. */
    private static TaskOrder order(Fired fired, @Nullable String manager) {
        var rule = fired.rule();
        var definition = rule.definition;
        return TaskOrder.of(fired.account(), definition.condition().kind().task, fired.reason())
                .severity(definition.severity())
                .due(new Deadline(definition.dueInDays(), definition.workingDays()))
                .onceFor("rule:" + rule.id)
                .ownedBy(definition.owner() == null ? manager : definition.owner())
                .inQueue(definition.queue())
                .escalatedTo(definition.escalateTo())
                .from(new TaskOrder.Source(rule.id, rule.revision));
    }
}

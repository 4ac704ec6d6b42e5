package dev.rivulet.success.usage;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.success.input.Happened;
import dev.rivulet.success.usage.UsageEvents.Counted;
import dev.rivulet.success.usage.domain.LocalDays;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Counts usage: each event once, whole batches at a time, in the current transaction of its tenant. */
@Singleton
class UsageCount {

    private final UsagePartitions partitions;
    private final UsageEvents events;
    private final UsageConflicts conflicts;
    private final UsageAccounts accounts;
    private final UsageAliases aliases;
    private final UsageRollup rollup;
    private final UsageCorrections corrections;
    private final UsageMarks marks;
    private final UsageSettings settings;
    private final TenantClock clock;
    private final Counter counted;
    private final Counter repeated;
    private final Counter conflicting;

    UsageCount(
            UsagePartitions partitions,
            UsageEvents events,
            UsageConflicts conflicts,
            UsageAccounts accounts,
            UsageAliases aliases,
            UsageRollup rollup,
            UsageCorrections corrections,
            UsageMarks marks,
            UsageSettings settings,
            TenantClock clock,
            MeterRegistry registry) {
        this.partitions = partitions;
        this.events = events;
        this.conflicts = conflicts;
        this.accounts = accounts;
        this.aliases = aliases;
        this.rollup = rollup;
        this.corrections = corrections;
        this.marks = marks;
        this.settings = settings;
        this.clock = clock;
        this.counted = registry.counter("rivulet.usage.counted");
        this.repeated = registry.counter("rivulet.usage.repeated");
        this.conflicting = registry.counter("rivulet.usage.conflicts");
    }

    /** Returns what is to be done once this is committed. */
    Runnable add(List<UsageFact> arrived) {
        refuseTheFuture(arrived);
        var today = partitions.today();
        var first = new LinkedHashMap<UUID, UsageFact>();
        arrived.forEach(fact -> first.putIfAbsent(fact.key(), fact));
        // What is known of each event that is not counted now.
        var known = events.before(today, first.keySet());
        var fresh = new HashMap<UUID, UsageFact>(first);
        fresh.keySet().removeAll(known.keySet());
        if (!fresh.isEmpty()) {
            var written = count(fresh, today);
            fresh.keySet().retainAll(written);
        }
        var again = new TreeSet<>(first.keySet());
        again.removeAll(fresh.keySet());
        again.removeAll(known.keySet());
        known.putAll(events.on(today, again));
        fresh.forEach((key, fact) -> known.put(key, fact.fingerprint()));
        var contradicting = arrived.stream()
                .filter(fact -> !fact.fingerprint().equals(known.get(fact.key())))
                .toList();
        var kept = conflicts.keep(aliases.applied(contradicting), today);
        return () -> {
            counted.increment(fresh.size());
            repeated.increment(arrived.size() - fresh.size());
            conflicting.increment(kept);
        };
    }

    /**
     * Who writes to the log directly was not asked before; such an event would count as use once its day comes. A
     * sandbox's clock may come later than what is used after it.
     */
    private void refuseTheFuture(List<UsageFact> arrived) {
        if (clock.isSandbox()) {
            return;
        }
        var latest = clock.now().plus(Happened.SKEW);
        for (var fact : arrived) {
            if (fact.occurredAt().isAfter(latest)) {
                throw new IllegalArgumentException("occurredAt is in the future: " + fact.occurredAt());
            }
        }
    }

    /** Returns the keys of those that nobody has counted meanwhile. */
    private Set<UUID> count(Map<UUID, UsageFact> facts, LocalDate today) {
        var ids = new TreeSet<UUID>();
        facts.values().forEach(fact -> ids.add(fact.accountId()));
        var zones = accounts.hold(ids, today);
        var now = clock.now();
        var dated = new ArrayList<Counted>(facts.size());
        for (var fact : aliases.applied(facts.values())) {
            var zone = Objects.requireNonNull(zones.get(fact.accountId()));
            dated.add(new Counted(fact, LocalDays.of(fact.occurredAt(), zone), received(fact, now)));
        }
        var written = events.write(dated, today);
        var sums = new TreeMap<UsageDay, UsageSum>();
        var late = new TreeMap<UsageCorrections.Late, UsageSum>();
        for (var event : dated) {
            var fact = event.fact();
            if (!written.contains(fact.key())) {
                continue;
            }
            var sum = new UsageSum(fact.quantity(), 1);
            sums.merge(
                    new UsageDay(fact.accountId(), event.day(), fact.metric(), fact.feature(), fact.userId()),
                    sum,
                    UsageSum::plus);
            var zone = Objects.requireNonNull(zones.get(fact.accountId()));
            if (event.day().isBefore(LocalDays.of(event.receivedAt(), zone).minusDays(settings.graceDays()))) {
                late.merge(
                        UsageCorrections.Late.of(fact.accountId(), event.day(), fact.metric(), event.receivedAt()),
                        sum,
                        UsageSum::plus);
            }
        }
        rollup.add(sums);
        corrections.late(late);
        marks.put(ids);
        return written;
    }

    /** As the log says it, so that it is the same when it is read again; the log knows nothing of test clocks. */
    private Instant received(UsageFact fact, Instant now) {
        if (fact.receivedAt() != null) {
            return fact.receivedAt();
        }
        var loggedAt = fact.loggedAt();
        return loggedAt == null || clock.isSandbox() ? now : loggedAt;
    }
}

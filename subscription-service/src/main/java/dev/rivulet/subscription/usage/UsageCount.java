package dev.rivulet.subscription.usage;

import dev.rivulet.subscription.usage.UsageDays.Counted;
import dev.rivulet.subscription.usage.UsageDays.Day;
import dev.rivulet.subscription.usage.UsageDays.Meter;
import dev.rivulet.subscription.usage.domain.DayTotal;
import dev.rivulet.subscription.usage.domain.LocalDays;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Counts usage: each event once, whole batches at a time, in the current transaction of its tenant. */
@Singleton
class UsageCount {

    private static final Logger LOG = Logger.getLogger(UsageCount.class);

    private final UsagePartitions partitions;
    private final UsageReceipts receipts;
    private final UsageAccounts accounts;
    private final UsageDays days;
    private final Event<UsageGrew> growth;
    private final Counter counted;
    private final Counter repeated;
    private final Counter conflicting;

    UsageCount(
            UsagePartitions partitions,
            UsageReceipts receipts,
            UsageAccounts accounts,
            UsageDays days,
            Event<UsageGrew> growth,
            MeterRegistry registry) {
        this.partitions = partitions;
        this.receipts = receipts;
        this.accounts = accounts;
        this.days = days;
        this.growth = growth;
        this.counted = registry.counter("rivulet.usage.counted");
        this.repeated = registry.counter("rivulet.usage.repeated");
        this.conflicting = registry.counter("rivulet.usage.conflicts");
    }

    /** Returns what is to be told once this is committed. */
    Runnable add(List<UsageFact> arrived) {
        partitions.ensure();
        var first = new LinkedHashMap<UUID, UsageFact>();
        arrived.forEach(fact -> first.putIfAbsent(fact.key(), fact));
        var unseen = receipts.mark(first.values());
        var fresh = first.values().stream()
                .filter(fact -> unseen.contains(fact.key()))
                .toList();
        var grown = fresh.isEmpty() ? Set.<Meter>of() : count(fresh);
        var conflicts = receipts.keep(receipts.contradicting(arrived.stream()
                .filter(fact -> !unseen.contains(fact.key()) || !fact.equals(first.get(fact.key())))
                .toList()));
        return () -> {
            counted.increment(fresh.size());
            repeated.increment(arrived.size() - fresh.size());
            conflicting.increment(conflicts);
            grown.forEach(this::tell);
        };
    }

    private Set<Meter> count(List<UsageFact> facts) {
        var zones = accounts.hold(facts.stream().map(UsageFact::accountId).collect(Collectors.toSet()));
        var billedTo = days.billedTo(zones.keySet());
        var events = new ArrayList<Counted>(facts.size());
        var totals = new TreeMap<Day, DayTotal>();
        var late = new TreeMap<Day, DayTotal>();
        for (var fact : facts) {
            var day = day(fact, zones);
            events.add(new Counted(fact, day));
            totals.merge(day, fact.total(), DayTotal::plus);
            var billed = billedTo.get(day.meter());
            if (billed != null && day.day().isBefore(billed)) {
                late.merge(day, fact.total(), DayTotal::plus);
            }
        }
        days.write(events);
        days.add(totals);
        days.correct(late);
        return totals.keySet().stream().map(Day::meter).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Day day(UsageFact fact, Map<UUID, ZoneId> zones) {
        var zone = Objects.requireNonNull(zones.get(fact.accountId()));
        return new Day(new Meter(fact.accountId(), fact.metric()), LocalDays.of(fact.occurredAt(), zone));
    }

    private void tell(Meter meter) {
        try {
            growth.fire(new UsageGrew(meter.accountId(), meter.metric()));
        } catch (RuntimeException e) {
            // The usage is counted; who could not use the hint looks by itself later.
            LOG.errorf(e, "usage of %s by %s grew, and an observer failed", meter.metric(), meter.accountId());
        }
    }
}

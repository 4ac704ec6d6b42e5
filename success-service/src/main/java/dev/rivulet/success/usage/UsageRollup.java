package dev.rivulet.success.usage;

import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.customer.Customers;
import dev.rivulet.success.transaction.BeforeCommit;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Adds usage up by account, user, metric and local day; a batch of events is written with one statement. */
@Singleton
class UsageRollup {

    private final BeforeCommit beforeCommit;
    private final Customers customers;
    private final UsageDays days;
    private final Event<CustomerChanged> changes;

    UsageRollup(BeforeCommit beforeCommit, Customers customers, UsageDays days, Event<CustomerChanged> changes) {
        this.beforeCommit = beforeCommit;
        this.customers = customers;
        this.days = days;
        this.changes = changes;
    }

    /** The facts of one transaction. */
    private record Batch(List<UsageFact> facts) {}

    void add(UsageFact fact) {
        beforeCommit
                .collect(Batch.class, () -> new Batch(new ArrayList<>()), this::write)
                .facts()
                .add(fact);
    }

    private void write(Batch batch) {
        var accounts = new TreeSet<UUID>();
        batch.facts().forEach(fact -> accounts.add(fact.accountId()));
        var zones = customers.zones(accounts);
        // Sorted, so that two writers of the same rows cannot wait for each other both ways.
        var sums = new TreeMap<UsageDay, UsageSum>();
        for (var fact : batch.facts()) {
            var day = LocalDate.ofInstant(fact.occurredAt(), zones.get(fact.accountId()));
            sums.merge(
                    new UsageDay(fact.accountId(), day, fact.metric(), fact.userId()),
                    new UsageSum(fact.quantity(), 1),
                    UsageSum::plus);
        }
        days.add(sums);
        accounts.forEach(account -> changes.fire(new CustomerChanged(account)));
    }
}

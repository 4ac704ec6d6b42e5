package dev.rivulet.success.usage;

import dev.rivulet.success.customer.CustomerChanged;
import dev.rivulet.success.transaction.BeforeCommit;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Has an account recounted in the transaction in which its zone changes, or first becomes known. */
@Singleton
class UsageSettling {

    private final BeforeCommit beforeCommit;
    private final UsageAccounts accounts;
    private final UsagePartitions partitions;

    UsageSettling(BeforeCommit beforeCommit, UsageAccounts accounts, UsagePartitions partitions) {
        this.beforeCommit = beforeCommit;
        this.accounts = accounts;
        this.partitions = partitions;
    }

    private record Changed(Set<UUID> accounts) {}

    void changed(@Observes CustomerChanged change) {
        beforeCommit
                .collect(Changed.class, () -> new Changed(new TreeSet<>()), all -> settle(all.accounts()))
                .accounts()
                .add(change.accountId());
    }

    private void settle(Set<UUID> changed) {
        var unsettled = accounts.unsettled(changed);
        if (!unsettled.isEmpty()) {
            accounts.hold(new TreeSet<>(unsettled), partitions.today());
        }
    }
}

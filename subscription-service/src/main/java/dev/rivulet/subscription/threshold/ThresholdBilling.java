package dev.rivulet.subscription.threshold;

import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.billing.UnbilledUsage;
import dev.rivulet.subscription.threshold.ThresholdTable.Kept;
import dev.rivulet.subscription.threshold.domain.Threshold;
import dev.rivulet.subscription.threshold.domain.Threshold.Unbilled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks whether an account's usage has passed its thresholds, and has it billed; by whoever holds its payer. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ThresholdBilling {

    private final ThresholdTable table;
    private final Accounts accounts;
    private final Billing billing;

    ThresholdBilling(ThresholdTable table, Accounts accounts, Billing billing) {
        this.table = table;
        this.accounts = accounts;
        this.billing = billing;
    }

    void look(UUID account) {
        var thresholds = table.ofAccount(account);
        var payer = accounts.look(account);
        if (thresholds.isEmpty() || payer.isEmpty()) {
            return;
        }
        // What is due by the calendar comes first: a period that is over is not a running one.
        billing.lock(payer.get().payerId());
        var passed = billing.unbilledUsage(account).stream()
                .collect(Collectors.groupingBy(UnbilledUsage::subscriptionId))
                .entrySet()
                .stream()
                .filter(usage -> of(thresholds, usage.getKey())
                        .filter(threshold -> isPassed(threshold, usage.getValue()))
                        .isPresent())
                .flatMap(usage -> usage.getValue().stream())
                .toList();
        if (!passed.isEmpty()) {
            billing.billUsage(payer.get().payerId(), passed);
        }
    }

    private static boolean isPassed(Threshold threshold, List<UnbilledUsage> usage) {
        return threshold.isPassed(usage.stream()
                .map(each -> new Unbilled(each.metric(), each.quantity(), each.amount()))
                .toList());
    }

    /** A subscription's own threshold goes before its account's. */
    private static Optional<Threshold> of(List<Kept> thresholds, UUID subscription) {
        return thresholds.stream()
                .filter(kept -> kept.subscriptionId() == null || subscription.equals(kept.subscriptionId()))
                .max(Comparator.comparing(kept -> Objects.nonNull(kept.subscriptionId())))
                .map(Kept::threshold);
    }
}

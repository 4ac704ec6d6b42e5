package dev.rivulet.subscription.threshold;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.threshold.domain.Threshold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;

/** Sets thresholds; usage that has passed a new one already is asked for at once. */
@ApplicationScoped
@Transactional
class UsageThresholds {

    private final ThresholdTable table;
    private final ThresholdBilling billing;
    private final ThresholdWatch watch;
    private final Accounts accounts;
    private final Billing subscriptions;
    private final TenantClock clock;

    UsageThresholds(
            ThresholdTable table,
            ThresholdBilling billing,
            ThresholdWatch watch,
            Accounts accounts,
            Billing subscriptions,
            TenantClock clock) {
        this.table = table;
        this.billing = billing;
        this.watch = watch;
        this.accounts = accounts;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    UsageThresholdView putOfAccount(UUID account, UsageThresholdRequest request) {
        return put(account, account, request);
    }

    UsageThresholdView putOfSubscription(UUID subscription, UsageThresholdRequest request) {
        return put(accountOf(subscription), subscription, request);
    }

    private UsageThresholdView put(UUID account, UUID subject, UsageThresholdRequest request) {
        var payer = accounts.look(account).orElseThrow(() -> Rejected.notFound("account", account));
        var threshold = threshold(request);
        var amount = threshold.amount();
        if (amount != null && !amount.currency().equals(payer.currency())) {
            throw Rejected.unprocessable(
                    "currency-mismatch",
                    "/amount/currency",
                    amount.currency(),
                    payer.currency().getCurrencyCode());
        }
        table.put(account, subject, threshold, clock.now());
        watch.expect();
        billing.look(account);
        return of(account, subject);
    }

    private static Threshold threshold(UsageThresholdRequest request) {
        var amount = request.amount();
        if (amount == null && request.quantity() == null && request.metric() == null) {
            throw Rejected.invalid("value-missing", "/amount");
        }
        if (amount != null && amount.minor() <= 0) {
            throw Rejected.invalid("amount-not-positive", "/amount/amount");
        }
        if (request.quantity() == null && request.metric() != null) {
            throw Rejected.invalid("value-missing", "/quantity");
        }
        if (request.quantity() != null
                && (request.metric() == null || request.metric().isBlank())) {
            throw Rejected.invalid("value-missing", "/metric");
        }
        return new Threshold(amount, request.metric(), request.quantity());
    }

    UsageThresholdView ofAccount(UUID account) {
        return of(account, account);
    }

    UsageThresholdView ofSubscription(UUID subscription) {
        return of(accountOf(subscription), subscription);
    }

    private UsageThresholdView of(UUID account, UUID subject) {
        return table.ofAccount(account).stream()
                .filter(kept -> Objects.requireNonNullElse(kept.subscriptionId(), account)
                        .equals(subject))
                .findFirst()
                .map(UsageThresholdView::of)
                .orElseThrow(() -> Rejected.notFound("usage-threshold", subject));
    }

    void removeOfAccount(UUID account) {
        if (accounts.look(account).isEmpty()) {
            throw Rejected.notFound("account", account);
        }
        table.remove(account, account);
    }

    void removeOfSubscription(UUID subscription) {
        table.remove(accountOf(subscription), subscription);
    }

    private UUID accountOf(UUID subscription) {
        return subscriptions.accountOf(subscription).orElseThrow(() -> Rejected.notFound("subscription", subscription));
    }
}

package dev.rivulet.subscription.lifecycle;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.billing.Billing;
import dev.rivulet.subscription.billing.InvoiceView;
import dev.rivulet.subscription.billing.Outcomes;
import dev.rivulet.subscription.lifecycle.PlanRollouts.Open;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Shows what would come of a rollout, payer by payer: all that one pays for comes to the version, since it is on one
 * invoice, then its days are billed until each new price was charged, and everything is taken back.
 */
@Singleton
class RolloutPreviewing {

    /** A year in arrears, and the billing day that its charge waits for. */
    private static final int MONTHS = 13;

    private final Rehearsal rehearsal;
    private final RolloutReach reach;
    private final VersionChanging changing;
    private final SubscriptionRepository subscriptions;
    private final Accounts accounts;
    private final Billing billing;
    private final Outcomes outcomes;

    RolloutPreviewing(
            Rehearsal rehearsal,
            RolloutReach reach,
            VersionChanging changing,
            SubscriptionRepository subscriptions,
            Accounts accounts,
            Billing billing,
            Outcomes outcomes) {
        this.rehearsal = rehearsal;
        this.reach = reach;
        this.changing = changing;
        this.subscriptions = subscriptions;
        this.accounts = accounts;
        this.billing = billing;
        this.outcomes = outcomes;
    }

    /** Rehearses for a subscription when it is asked for, with those of its payer, which are remembered. */
    Function<UUID, RolloutPreview> of(Open rollout) {
        var seen = new HashMap<UUID, RolloutPreview>();
        return subscription -> {
            if (!seen.containsKey(subscription)) {
                seen.putAll(rehearse(rollout, subscription));
            }
            return seen.getOrDefault(subscription, RolloutPreview.left(subscription));
        };
    }

    /** One that fails does so alone: the others are rehearsed without it. */
    private Map<UUID, RolloutPreview> rehearse(Open rollout, UUID subscription) {
        var refused = new HashMap<UUID, RolloutPreview>();
        while (!refused.containsKey(subscription)) {
            try {
                var shown = new HashMap<>(rehearsal.of(() -> together(rollout, subscription, refused.keySet())));
                shown.putAll(refused);
                return shown;
            } catch (Failed failed) {
                refused.put(failed.subscription, RolloutPreview.refused(failed.subscription, failed.code()));
            }
        }
        return refused;
    }

    private Map<UUID, RolloutPreview> together(Open rollout, UUID subscription, Set<UUID> without) {
        var marker = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        var payer = attempt(subscription, () -> payer(subscription));
        billing.lock(payer.id());
        var days = new HashMap<UUID, Optional<LocalDate>>();
        for (var id : reach.concerned(rollout, accounts.paidBy(payer.id()))) {
            if (!without.contains(id)) {
                days.put(id, attempt(id, () -> Optional.ofNullable(changing.change(id, rollout))));
            }
        }
        var invoices = billed(rollout, payer, marker, days);
        var shown = new HashMap<UUID, RolloutPreview>();
        days.forEach((id, day) -> shown.put(
                id,
                new RolloutPreview(
                        id, day.orElse(null), first(invoices, id, rollout).orElse(null), null)));
        return shown;
    }

    private Payer payer(UUID subscription) {
        return accounts.payer(subscriptions.accountOf(subscription))
                .flatMap(account -> accounts.payer(account.payerId()))
                .orElseThrow(() -> Rejected.notFound("subscription", subscription));
    }

    /** What the payer is invoiced until each that is changed was charged for the version. */
    private List<InvoiceView> billed(Open rollout, Payer payer, UUID marker, Map<UUID, Optional<LocalDate>> days) {
        var changed = days.entrySet().stream()
                .filter(day -> day.getValue().isPresent())
                .map(Map.Entry::getKey)
                .toList();
        var last = days.values().stream().flatMap(Optional::stream).max(Comparator.naturalOrder());
        var invoices = List.<InvoiceView>of();
        for (var month = 0; last.isPresent() && month <= MONTHS; month++) {
            var until = last.get().plusMonths(month).atStartOfDay(payer.zone());
            billing.foresee(payer.id(), until.toInstant());
            var issued = outcomes.invoices(Set.of(payer.id()), marker);
            if (changed.stream().allMatch(id -> first(issued, id, rollout).isPresent())) {
                return issued;
            }
            invoices = issued;
        }
        return invoices;
    }

    private static Optional<InvoiceView> first(List<InvoiceView> invoices, UUID subscription, Open rollout) {
        return invoices.stream()
                .filter(invoice -> invoice.lines().stream()
                        .anyMatch(line -> subscription.equals(line.subscriptionId())
                                && rollout.planId().equals(line.planId())
                                && Objects.equals(line.planVersion(), rollout.version())))
                .findFirst();
    }

    private static <T> T attempt(UUID subscription, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw new Failed(subscription, e);
        }
    }

    private static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final UUID subscription;

        Failed(UUID subscription, RuntimeException reason) {
            super(reason);
            this.subscription = subscription;
        }

        String code() {
            return getCause() instanceof Rejected refused ? refused.code() : RolloutRun.INCIDENT;
        }
    }
}

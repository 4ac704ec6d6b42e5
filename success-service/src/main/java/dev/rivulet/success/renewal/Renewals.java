package dev.rivulet.success.renewal;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.customer.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What comes up for renewal, and how that looks today. */
@ApplicationScoped
@Transactional
public class Renewals {

    /** So many are looked at in one go where only those of a risk are wanted. */
    private static final int CHUNK = 500;

    private final RenewalTable renewals;
    private final RenewalRisks risks;
    private final RenewalPolicies policies;
    private final Customers customers;
    private final Portfolio portfolio;

    Renewals(
            RenewalTable renewals,
            RenewalRisks risks,
            RenewalPolicies policies,
            Customers customers,
            Portfolio portfolio) {
        this.renewals = renewals;
        this.risks = risks;
        this.policies = policies;
        this.customers = customers;
        this.portfolio = portfolio;
    }

    /** A renewal and its place in the list. */
    record Placed(Renewal renewal, RenewalView view) {}

    List<Placed> page(RenewalFilter filter, RenewalOrder order, @Nullable Cursor place, int limit) {
        var only = portfolio.accounts().orElse(null);
        if (filter.risk == null) {
            return judged(renewals.page(filter, order, only, place, limit));
        }
        var found = new ArrayList<Placed>();
        var after = place;
        while (found.size() < limit) {
            var chunk = renewals.page(filter, order, only, after, CHUNK);
            judged(chunk).stream()
                    .filter(placed -> placed.view().risk() == filter.risk)
                    .forEach(found::add);
            if (chunk.size() < CHUNK) {
                break;
            }
            after = order.cursor(chunk.getLast());
        }
        return found.subList(0, Math.min(limit, found.size()));
    }

    /** All that the filter asks for and the caller may see, the earliest first. */
    List<RenewalView> all(RenewalFilter filter) {
        var only = portfolio.accounts().orElse(null);
        var found = new ArrayList<RenewalView>();
        Cursor after = null;
        while (true) {
            var chunk = renewals.page(filter, RenewalOrder.EARLIEST, only, after, CHUNK);
            judged(chunk).forEach(placed -> found.add(placed.view()));
            if (chunk.size() < CHUNK) {
                return found;
            }
            after = RenewalOrder.EARLIEST.cursor(chunk.getLast());
        }
    }

    /** The renewals to come of a customer, the earliest first. */
    public List<RenewalView> of(UUID account) {
        return judged(renewals.toComeOf(account)).stream().map(Placed::view).toList();
    }

    /**
     * What comes up next of a customer.
     *
     * @param ends whether its end has been decided
     */
    public record Next(LocalDate dueOn, String planName, boolean ends) {}

    /** Of each of the customers that has any to come. */
    public Map<UUID, Next> next(Collection<UUID> accounts) {
        return renewals.nextOf(accounts).stream()
                .collect(Collectors.toMap(
                        Renewal::accountId, renewal -> new Next(renewal.dueOn(), renewal.planName(), renewal.ends())));
    }

    private List<Placed> judged(List<Renewal> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var accounts = found.stream().map(Renewal::accountId).collect(Collectors.toSet());
        var todays = customers.todays(accounts);
        var facts = risks.facts(todays);
        var names = customers.names(accounts);
        var policy = policies.get();
        return found.stream()
                .map(renewal -> {
                    var today = Objects.requireNonNull(todays.get(renewal.accountId()));
                    return new Placed(
                            renewal,
                            RenewalView.of(
                                    renewal,
                                    names.get(renewal.accountId()),
                                    today,
                                    policy.name(),
                                    RenewalRisks.judge(policy, renewal, facts, today)));
                })
                .toList();
    }
}

package dev.rivulet.success.customer;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.customer.domain.CustomerStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other features ask about customers. */
@ApplicationScoped
public class Customers {

    private final CustomerRepository customers;
    private final SubscriptionRepository subscriptions;
    private final CustomerLocks locks;
    private final TenantClock clock;

    Customers(
            CustomerRepository customers,
            SubscriptionRepository subscriptions,
            CustomerLocks locks,
            TenantClock clock) {
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.locks = locks;
        this.clock = clock;
    }

    @Transactional
    public CustomerSummary get(UUID id) {
        return CustomerSummary.of(existing(id));
    }

    /** Whether it is a customer with an account, as far as heard. */
    @Transactional
    public boolean knows(UUID id) {
        var customer = customers.findById(id);
        return customer != null && !customer.prospect;
    }

    /** Those of the accounts that are known, prospects among them, in any order. */
    @Transactional
    public List<CustomerSummary> of(Collection<UUID> accounts) {
        return customers.list("id in ?1", accounts).stream()
                .map(CustomerSummary::of)
                .toList();
    }

    /** Those with an account, in the order of their ids; {@code prefix} is the beginning of the name in any case. */
    @Transactional
    public List<CustomerSummary> page(@Nullable String prefix, UUID after, int limit) {
        return customers.page(prefix, after, limit).stream()
                .map(CustomerSummary::of)
                .toList();
    }

    @Transactional
    public List<SubscriptionView> subscriptions(UUID account) {
        return subscriptions.ofAccounts(List.of(account)).stream()
                .map(SubscriptionView::of)
                .toList();
    }

    /** Where each customer stands. */
    @Transactional
    public Map<UUID, CustomerStatus> statuses(Collection<UUID> accounts) {
        var phases = new HashMap<UUID, List<String>>();
        subscriptions
                .ofAccounts(accounts)
                .forEach(subscription -> phases.computeIfAbsent(subscription.accountId, none -> new ArrayList<>())
                        .add(subscription.phase));
        var statuses = new HashMap<UUID, CustomerStatus>();
        for (var customer : customers.list("id in ?1", accounts)) {
            statuses.put(customer.id, status(customer, phases.getOrDefault(customer.id, List.of())));
        }
        return statuses;
    }

    /**
     * Monthly recurring revenue of each account that has any: the prices of its running subscriptions for a month,
     * without trials, pauses and what is metered, in the account's currency.
     */
    @Transactional
    public Map<UUID, Money> mrr(Collection<UUID> accounts) {
        var revenue = new HashMap<UUID, Money>();
        for (var subscription : subscriptions.ofAccounts(accounts)) {
            if (subscription.monthlyMinor != 0) {
                revenue.merge(
                        subscription.accountId,
                        new Money(subscription.monthlyMinor, subscription.price.currency()),
                        Money::plus);
            }
        }
        return revenue;
    }

    /** The segment of each account's latest subscription that was sold to one. */
    @Transactional
    public Map<UUID, UUID> segmentsSold(Collection<UUID> accounts) {
        var segments = new HashMap<UUID, UUID>();
        for (var subscription : subscriptions.ofAccounts(accounts)) {
            if (subscription.segmentId != null) {
                segments.put(subscription.accountId, subscription.segmentId);
            }
        }
        return segments;
    }

    /** The customer's local date; UTC while its zone is unknown. */
    @Transactional
    public LocalDate today(UUID account) {
        return clock.today(zone(existing(account).zone));
    }

    /** The local dates of these accounts; by UTC for those whose zone is not known yet. */
    @Transactional
    public Map<UUID, LocalDate> todays(Collection<UUID> accounts) {
        var now = clock.now();
        var todays = new HashMap<UUID, LocalDate>();
        zones(accounts).forEach((account, zone) -> todays.put(account, LocalDate.ofInstant(now, zone)));
        return todays;
    }

    /** The zones of these accounts; UTC for those not known yet. */
    @Transactional
    public Map<UUID, ZoneId> zones(Collection<UUID> accounts) {
        var zones = new HashMap<UUID, ZoneId>();
        accounts.forEach(account -> zones.put(account, ZoneOffset.UTC));
        customers.list("id in ?1", accounts).forEach(customer -> zones.put(customer.id, zone(customer.zone)));
        return zones;
    }

    /**
     * Locks those of the accounts that are customers until the end of the transaction.
     *
     * @return their local dates of today, in the order of their ids
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, LocalDate> lock(Collection<UUID> accounts) {
        var todays = new LinkedHashMap<UUID, LocalDate>();
        locks.lock(accounts).forEach((account, customer) -> todays.put(account, customer.today()));
        return todays;
    }

    /** The seats that each account that has any had on its day, which may be over. */
    @Transactional
    public Map<UUID, Seats> seats(Map<UUID, LocalDate> days) {
        var seats = new HashMap<UUID, Seats>();
        for (var subscription : subscriptions.ofAccounts(days.keySet())) {
            var day = days.get(subscription.accountId);
            if (day != null && subscription.runsOn(day) && !subscription.isAddOn()) {
                var bought = subscription.on(day).seats();
                var its = new Seats(
                        bought,
                        subscription.isPausedOn(day) ? 0 : bought,
                        subscription.isPaidOn(day) ? bought : 0,
                        subscription.startDate);
                seats.merge(subscription.accountId, its, Seats::and);
            }
        }
        return seats;
    }

    /** How each account that ever had a subscription stands on its day. */
    @Transactional
    public Map<UUID, Standing> standings(Map<UUID, LocalDate> days) {
        var standings = new HashMap<UUID, Standing>();
        for (var subscription : subscriptions.ofAccounts(days.keySet())) {
            var day = days.get(subscription.accountId);
            if (day != null) {
                standings.merge(
                        subscription.accountId,
                        subscription.standing(day),
                        (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
        }
        return standings;
    }

    /** The plan that an account had on a day: that of the oldest subscription that ran; null where none did. */
    @Transactional
    public @Nullable String planName(UUID account, LocalDate day) {
        return subscriptions.ofAccounts(List.of(account)).stream()
                .filter(subscription -> subscription.runsOn(day) && !subscription.isAddOn())
                .map(subscription -> subscription.on(day).planName())
                .findFirst()
                .orElse(null);
    }

    /**
     * What the running subscriptions of each account that has any cost a month on its day, by currency: nothing is paid
     * for what is tried, nor for what rests.
     */
    @Transactional
    public Map<UUID, List<Money>> recurring(Map<UUID, LocalDate> days) {
        var prices = new HashMap<UUID, TreeMap<String, Money>>();
        for (var subscription : subscriptions.ofAccounts(days.keySet())) {
            var day = days.get(subscription.accountId);
            if (day != null && subscription.isPaidOn(day)) {
                prices.computeIfAbsent(subscription.accountId, none -> new TreeMap<>())
                        .merge(subscription.price.currency().getCurrencyCode(), subscription.monthly(), Money::plus);
            }
        }
        var recurring = new HashMap<UUID, List<Money>>();
        prices.forEach((account, byCurrency) -> recurring.put(account, List.copyOf(byCurrency.values())));
        return recurring;
    }

    /** The names of those that have one. */
    @Transactional
    public Map<UUID, String> names(Collection<UUID> accounts) {
        var names = new HashMap<UUID, String>();
        customers
                .list("id in ?1 and name is not null", accounts)
                .forEach(customer -> names.put(customer.id, customer.name));
        return names;
    }

    private static CustomerStatus status(Customer customer, List<String> phases) {
        if (customer.joinedTo != null) {
            return CustomerStatus.JOINED;
        }
        if (customer.prospect) {
            return customer.lost ? CustomerStatus.LOST : CustomerStatus.PROSPECT;
        }
        return CustomerStatus.of(phases);
    }

    private Customer existing(UUID id) {
        var customer = customers.findById(id);
        if (customer == null) {
            throw Rejected.notFound("customer", id);
        }
        return customer;
    }

    private static ZoneId zone(@Nullable String zone) {
        return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    }
}

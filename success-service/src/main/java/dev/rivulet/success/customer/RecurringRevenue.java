package dev.rivulet.success.customer;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The monthly recurring revenue of customers: the prices of the subscriptions that run, for a month. */
@Singleton
public class RecurringRevenue {

    private final Sql sql;
    private final Tenants tenants;

    RecurringRevenue(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    private record Share(UUID account, Money money) {}

    /**
     * Of each account that ever had a subscription, 0 when none runs on its day; in the currency of most of it, should
     * there be several, for sums of currencies are none.
     *
     * @param days the accounts with their local dates
     */
    public Map<UUID, Money> on(Map<UUID, LocalDate> days) {
        var revenue = new HashMap<UUID, Money>();
        sql.query(
                        "SELECT wanted.id, s.currency, sum(s.monthly_minor) FILTER (WHERE s.start_date <= wanted.day"
                                + " AND CASE WHEN s.end_date IS NULL THEN s.status <> ? ELSE wanted.day < s.end_date END)"
                                + " FROM unnest(?::uuid[], ?::date[]) AS wanted (id, day) JOIN subscription s ON"
                                + " s.tenant_id = ? AND s.account_id = wanted.id GROUP BY wanted.id, s.currency",
                        row -> new Share(
                                row.getObject(1, UUID.class),
                                new Money(row.getLong(3), Currency.getInstance(row.getString(2)))),
                        Subscription.CANCELLED,
                        days.keySet().stream().map(UUID::toString).toArray(String[]::new),
                        days.values().stream().map(LocalDate::toString).toArray(String[]::new),
                        tenants.current())
                .forEach(share -> revenue.merge(
                        share.account(), share.money(), (one, other) -> one.minor() >= other.minor() ? one : other));
        return revenue;
    }

    /** The same of each account that pays anything: who pays nothing puts nothing at stake. */
    public Map<UUID, Money> atStake(Map<UUID, LocalDate> days) {
        var revenue = on(days);
        revenue.values().removeIf(money -> money.minor() == 0);
        return revenue;
    }
}

package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.rating.domain.Span;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What usage was charged with before its days were over: it is taken off the charge at their end. A void settles that
 * usage as it settles any days: it is not asked for again, neither at once nor at the end.
 */
@Singleton
class UsageSoFar {

    /** The days of a component, by their first. */
    record SpanKey(UUID subscriptionId, String component, LocalDate from) {

        static SpanKey of(UUID subscription, Span span) {
            return new SpanKey(subscription, span.component().key(), span.used().start());
        }
    }

    /**
     * What was charged of a span.
     *
     * @param settled how much of the amount is void, so that nobody paid it
     * @param quantity that was used when the last of it was charged
     */
    record Asked(Money amount, Money settled, BigDecimal quantity) {

        static Asked nothing(Span span) {
            var zero = Money.zero(span.term().currency());
            return new Asked(zero, zero, BigDecimal.ZERO);
        }
    }

    private final Sql sql;
    private final Tenants tenants;

    UsageSoFar(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    Map<SpanKey, Asked> of(Collection<UUID> subscriptions) {
        var found = new HashMap<SpanKey, Asked>();
        sql.query(
                "SELECT c.subscription_id, c.component, c.period_start, c.currency, sum(c.amount_minor + coalesce((SELECT"
                        + " sum(k.amount_minor) FROM charge k WHERE k.tenant_id = c.tenant_id AND k.credit_of = c.id"
                        + " AND k.reason <> 'ADJUSTMENT' AND k.status <> 'VOID'), 0))::bigint,"
                        + " (array_agg(c.quantity ORDER BY c.id DESC))[1],"
                        + " coalesce(sum(c.amount_minor) FILTER (WHERE c.status = 'VOID'), 0)::bigint"
                        + " FROM unnest(?::uuid[]) wanted (id) JOIN charge c ON c.tenant_id = ?"
                        + " AND c.subscription_id = wanted.id AND c.reason = 'USAGE_SO_FAR'"
                        + " AND NOT (" + Corrections.REPLACED.formatted("c") + ")"
                        + " GROUP BY 1, 2, 3, 4",
                row -> found.put(key(row), asked(row)),
                subscriptions.stream().map(UUID::toString).toArray(String[]::new),
                tenants.current());
        return found;
    }

    private static SpanKey key(ResultSet row) throws SQLException {
        return new SpanKey(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, LocalDate.class));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString(4));
        return new Asked(
                new Money(row.getLong(5), currency), new Money(row.getLong(7), currency), row.getBigDecimal(6));
    }
}

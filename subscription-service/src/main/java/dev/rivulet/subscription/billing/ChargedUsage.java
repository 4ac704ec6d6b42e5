package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.rating.domain.Period;
import dev.rivulet.subscription.rating.domain.Reason;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Reads what usage, and what was missing to minimums and commitments, was charged with. */
@Singleton
class ChargedUsage {

    private static final String OF_USAGE =
            "('USAGE', 'USAGE_SO_FAR', 'USAGE_ADJUSTMENT', 'TRUE_UP', 'COMMITMENT_TRUE_UP')";

    /** A charge that stands or is void, or what was given back of one. */
    record Row(
            UUID subscriptionId,
            String component,
            Reason reason,
            Period used,
            BigDecimal quantity,
            Money amount,
            boolean isVoid) {}

    private final Sql sql;
    private final Tenants tenants;

    ChargedUsage(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /**
     * Of the periods that end after a day, oldest first. What is void of it was asked for too, and is not to be asked for
     * again; usage that is void as a whole is not charged by anything late.
     */
    List<Row> of(Collection<UUID> subscriptions, LocalDate after) {
        return sql.query(
                "SELECT c.subscription_id, c.component, c.reason, c.period_start, c.period_end, c.quantity,"
                        + " c.amount_minor, c.currency, c.status = 'VOID' FROM unnest(?::uuid[]) wanted (id) JOIN charge c"
                        + " ON c.tenant_id = ? AND c.subscription_id = wanted.id AND c.full_end > ?"
                        + " LEFT JOIN charge o ON (o.tenant_id, o.id) = (c.tenant_id, c.credit_of)"
                        + " WHERE (c.status <> 'VOID' OR c.reason IN " + OF_USAGE + " AND NOT ("
                        + Corrections.REPLACED.formatted("c") + "))"
                        + " AND (c.reason IN " + OF_USAGE + " OR c.reason = 'CREDIT' AND o.reason <> 'RECURRING')"
                        + " ORDER BY c.id",
                ChargedUsage::read,
                subscriptions.stream().map(UUID::toString).toArray(String[]::new),
                tenants.current(),
                after);
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                Reason.valueOf(row.getString(3)),
                new Period(row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class)),
                row.getBigDecimal(6),
                new Money(row.getLong(7), Currency.getInstance(row.getString(8))),
                row.getBoolean(9));
    }
}

package dev.rivulet.subscription.account;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.account.domain.Minimum;
import dev.rivulet.subscription.account.domain.MinimumPolicy;
import dev.rivulet.subscription.account.domain.PayerProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How accounts are invoiced, for whoever invoices many at a time. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PayerProfiles {

    private final Sql sql;
    private final Tenants tenants;

    PayerProfiles(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** In the order of their ids. */
    public List<PayerProfile> of(Collection<UUID> accounts) {
        return sql.query(
                // Joined, not compared with ANY: a generic plan would compare every account with every id.
                "SELECT a.id, a.zone, a.currency, a.legal_entity, a.billing_day, a.payment_terms_days, a.grace_days,"
                        // What the provider of the payment method takes at least holds whatever else is said.
                        + " greatest(coalesce(a.minimum_minor, m.amount_minor), a.method_minimum_minor),"
                        + " coalesce(a.minimum_age_cap_days, m.age_cap_days, 90),"
                        + " coalesce(a.minimum_policy, m.policy, CASE WHEN a.method_minimum_minor IS NOT NULL"
                        + " THEN 'COLLECT' END), a.tax_code, a.tax_exemption"
                        + " FROM unnest(?::uuid[]) wanted (id) JOIN account a ON a.tenant_id = ? AND a.id = wanted.id"
                        + " LEFT JOIN invoice_minimum m ON (m.tenant_id, m.currency, m.collection_method)"
                        + " = (a.tenant_id, a.currency, a.collection_method)"
                        + " ORDER BY a.id",
                PayerProfiles::profile,
                accounts.stream().map(UUID::toString).toArray(String[]::new),
                tenants.current());
    }

    private static PayerProfile profile(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString(3));
        return new PayerProfile(
                row.getObject(1, UUID.class),
                ZoneId.of(row.getString(2)),
                currency,
                row.getString(4),
                row.getObject(5, Integer.class),
                row.getInt(6),
                row.getInt(7),
                minimum(row, currency),
                row.getString(11),
                row.getString(12));
    }

    private static @Nullable Minimum minimum(ResultSet row, Currency currency) throws SQLException {
        var policy = row.getString(10);
        return policy == null
                ? null
                : new Minimum(new Money(row.getLong(8), currency), row.getInt(9), MinimumPolicy.valueOf(policy));
    }
}

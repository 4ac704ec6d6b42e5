package dev.rivulet.subscription.account;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.account.domain.CollectionMethod;
import dev.rivulet.subscription.account.domain.MinimumPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Currency;
import java.util.List;

/** What is worth collecting, by currency and method. */
@ApplicationScoped
@Transactional
class InvoiceMinimums {

    private final Sql sql;
    private final Tenants tenants;

    InvoiceMinimums(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    List<InvoiceMinimumView> all() {
        return sql.query(
                "SELECT collection_method, amount_minor, currency, age_cap_days, policy FROM invoice_minimum"
                        + " WHERE tenant_id = ? ORDER BY currency, collection_method",
                row -> new InvoiceMinimumView(
                        CollectionMethod.valueOf(row.getString(1)),
                        new Money(row.getLong(2), Currency.getInstance(row.getString(3))),
                        row.getInt(4),
                        MinimumPolicy.valueOf(row.getString(5))),
                tenants.current());
    }

    InvoiceMinimumView put(CollectionMethod method, MinimumRequest minimum) {
        sql.update(
                "INSERT INTO invoice_minimum (tenant_id, currency, collection_method, amount_minor, age_cap_days, policy)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, currency, collection_method) DO UPDATE"
                        + " SET amount_minor = excluded.amount_minor, age_cap_days = excluded.age_cap_days,"
                        + " policy = excluded.policy",
                tenants.current(),
                minimum.amount().currency().getCurrencyCode(),
                method.name(),
                minimum.amount().minor(),
                minimum.ageCapDays(),
                minimum.policy().name());
        return new InvoiceMinimumView(method, minimum.amount(), minimum.ageCapDays(), minimum.policy());
    }

    void remove(String currency, CollectionMethod method) {
        sql.update(
                "DELETE FROM invoice_minimum WHERE tenant_id = ? AND currency = ? AND collection_method = ?",
                tenants.current(),
                currency,
                method.name());
    }
}

package dev.rivulet.success.profile;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.care.Cares;
import dev.rivulet.success.customer.domain.CustomerStatus;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds customers by their cards. */
@Singleton
class CustomerList {

    private final Sql sql;
    private final Tenants tenants;
    private final Portfolio portfolio;
    private final Cares cares;
    private final TenantClock clock;

    CustomerList(Sql sql, Tenants tenants, Portfolio portfolio, Cares cares, TenantClock clock) {
        this.sql = sql;
        this.tenants = tenants;
        this.portfolio = portfolio;
        this.cares = cares;
        this.clock = clock;
    }

    @Transactional
    List<CustomerRow> page(CustomerFilter filter, CustomerOrder order, @Nullable Cursor place, int limit) {
        if (order.isByMoney() && filter.currency == null) {
            throw Rejected.invalid("money-needs-currency", "?sort");
        }
        var attribute = filter.attributeName();
        if (attribute != null && !cares.isDeclared(attribute)) {
            throw Rejected.invalid("attribute-unknown", "?attribute", attribute);
        }
        var values = new ArrayList<Object>();
        values.add(tenants.current());
        var query = new StringBuilder("SELECT account_id, name, zone, status, manager, segment_id, mrr_minor, currency,"
                + " score, coverage FROM customer_card card WHERE tenant_id = ?");
        query.append(filter.conditions(clock.now(), values));
        if (portfolio.isNarrow()) {
            query.append(" AND lower(manager) = ANY (?::text[])");
            values.add(portfolio.me().toArray(String[]::new));
        }
        if (place != null) {
            query.append(" AND ").append(order.after(place, values));
        }
        values.add(limit);
        return sql.query(
                query.append(" ORDER BY ")
                        .append(order.orderBy())
                        .append(" LIMIT ?")
                        .toString(),
                CustomerList::read,
                values.toArray());
    }

    private static CustomerRow read(ResultSet row) throws SQLException {
        var name = row.getString(2);
        var currency = row.getString(8);
        return new CustomerRow(
                row.getObject(1, UUID.class),
                name.isEmpty() ? null : name,
                row.getString(3),
                currency,
                CustomerStatus.valueOf(row.getString(4)),
                row.getString(5),
                row.getObject(6, UUID.class),
                currency == null ? null : new Money(row.getLong(7), Currency.getInstance(currency)),
                row.getBigDecimal(9),
                row.getBigDecimal(10));
    }
}

package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Reads invoices and their lines in one round trip, because a payer's invoices are asked for all the time. */
@Singleton
class InvoiceReading {

    private static final String INVOICE = "id, version, number, legal_entity, account_id, subscription_id, status,"
            + " total_minor, currency, subtotal_minor, discount_minor, tax_minor, to_balance_minor, balance_minor,"
            + " credited_minor, paid_minor, issue_date, due_date, period_start, period_end, finalize_on,"
            + " below_minimum, replaces_id, closed_reason, last_paid_on";

    /** All that a line shows; how it was reckoned is long and told elsewhere. */
    private static final String LINE = "c.id, c.position, c.reason, c.description, c.account_id, c.subscription_id,"
            + " c.component, c.plan_id, c.plan_version, c.quantity, c.full_amount, c.amount_minor, c.currency,"
            + " c.discount_minor, c.tax_minor, c.tax_percent, c.tax_inclusive, c.period_start, c.period_end,"
            + " c.carried_since, c.credit_of, c.tax_rate, c.taxes";

    private static final int FIRST_OF_LINE = 26;

    private final Sql sql;
    private final Tenants tenants;

    InvoiceReading(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    InvoiceView get(UUID id) {
        return read("id = ?", List.of(id), 1).stream().findFirst().orElseThrow(() -> Rejected.notFound("invoice", id));
    }

    List<InvoiceView> list(InvoiceFilter filter, UUID after, int limit) {
        var where = new StringBuilder("id > ?");
        var values = new ArrayList<Object>(List.of(after));
        filter.addTo(where, values);
        return read(where.toString(), values, limit);
    }

    private record Row(Invoice invoice, List<Charge> lines) {}

    private List<InvoiceView> read(String where, List<Object> conditions, int limit) {
        var found = new ArrayList<Row>();
        var values = new ArrayList<Object>(List.of(tenants.current()));
        values.addAll(conditions);
        values.add(limit);
        values.add(tenants.current());
        sql.read(
                "SELECT i.*, " + LINE + " FROM (SELECT " + INVOICE + " FROM invoice WHERE tenant_id = ? AND " + where
                        + " ORDER BY id LIMIT ?) i LEFT JOIN charge c ON c.tenant_id = ?"
                        + " AND c.invoice_id = i.id ORDER BY i.id, c.position",
                row -> {
                    var id = row.getObject(1, UUID.class);
                    if (found.isEmpty() || !found.getLast().invoice().id.equals(id)) {
                        found.add(new Row(invoice(id, row), new ArrayList<>()));
                    }
                    var line = row.getObject(FIRST_OF_LINE, UUID.class);
                    return line == null || found.getLast().lines().add(line(line, row));
                },
                values.toArray());
        return found.stream()
                .map(row -> InvoiceView.of(row.invoice(), row.lines()))
                .toList();
    }

    private static Invoice invoice(UUID id, ResultSet row) throws SQLException {
        var invoice = new Invoice();
        invoice.id = id;
        invoice.version = row.getLong(2);
        invoice.number = row.getObject(3, Long.class);
        invoice.legalEntity = row.getString(4);
        invoice.accountId = row.getObject(5, UUID.class);
        invoice.subscriptionId = row.getObject(6, UUID.class);
        invoice.status = InvoiceStatus.valueOf(row.getString(7));
        invoice.total = new Money(row.getLong(8), Currency.getInstance(row.getString(9)));
        invoice.subtotalMinor = row.getLong(10);
        invoice.discountMinor = row.getLong(11);
        invoice.taxMinor = row.getLong(12);
        invoice.toBalanceMinor = row.getLong(13);
        invoice.balanceMinor = row.getLong(14);
        invoice.creditedMinor = row.getLong(15);
        invoice.paidMinor = row.getLong(16);
        invoice.issueDate = row.getObject(17, LocalDate.class);
        invoice.dueDate = row.getObject(18, LocalDate.class);
        invoice.periodStart = row.getObject(19, LocalDate.class);
        invoice.periodEnd = row.getObject(20, LocalDate.class);
        invoice.finalizeOn = row.getObject(21, LocalDate.class);
        invoice.belowMinimum = row.getBoolean(22);
        invoice.replacesId = row.getObject(23, UUID.class);
        invoice.closedReason = row.getString(24);
        invoice.lastPaidOn = row.getObject(25, LocalDate.class);
        return invoice;
    }

    private static Charge line(UUID id, ResultSet row) throws SQLException {
        var line = new Charge();
        line.id = id;
        line.position = row.getObject(27, Integer.class);
        line.reason = row.getString(28);
        line.description = row.getString(29);
        line.accountId = row.getObject(30, UUID.class);
        line.subscriptionId = row.getObject(31, UUID.class);
        line.component = row.getString(32);
        line.planId = row.getObject(33, UUID.class);
        line.planVersion = row.getObject(34, Integer.class);
        line.quantity = row.getObject(35, BigDecimal.class);
        line.fullAmount = row.getObject(36, BigDecimal.class);
        line.amount = new Money(row.getLong(37), Currency.getInstance(row.getString(38)));
        line.discountMinor = row.getLong(39);
        line.taxMinor = row.getLong(40);
        line.taxPercent = row.getObject(41, BigDecimal.class);
        line.taxInclusive = row.getBoolean(42);
        line.periodStart = row.getObject(43, LocalDate.class);
        line.periodEnd = row.getObject(44, LocalDate.class);
        line.carriedSince = row.getObject(45, LocalDate.class);
        line.creditOf = row.getObject(46, UUID.class);
        line.taxRate = row.getString(47);
        line.taxes = row.getString(48);
        return line;
    }
}

package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.billing.domain.Credited;
import dev.rivulet.subscription.billing.domain.LineTax;
import dev.rivulet.subscription.billing.domain.NewCharge;
import dev.rivulet.subscription.rating.domain.Period;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What waits for payers' invoices, and what their invoices rest on; many payers at a time. */
@Singleton
class PendingCharges {

    private final Sql sql;
    private final Tenants tenants;

    PendingCharges(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    Map<UUID, List<NewCharge>> of(Collection<UUID> payers) {
        var found = new HashMap<UUID, List<NewCharge>>();
        sql.query(
                        "SELECT id, payer_id, account_id, subscription_id, component, reason, cause, credit_of,"
                                + " period_start, period_end, full_start, full_end, quantity, full_amount, amount_minor,"
                                + " currency, plan_id, plan_version, description, tax_code, explanation, due_on,"
                                + " carried_since FROM unnest(?::uuid[]) wanted (payer)"
                                + " JOIN charge ON tenant_id = ? AND payer_id = wanted.payer AND status = 'PENDING'"
                                + " ORDER BY id",
                        PendingCharges::charge,
                        texts(payers),
                        tenants.current())
                .forEach(charge -> found.computeIfAbsent(charge.payerId(), payer -> new ArrayList<>())
                        .add(charge));
        return found;
    }

    /** The invoiced charges that credits among these give back, by id. */
    Map<UUID, Credited> creditedBy(List<NewCharge> charges) {
        var originals = originals(charges);
        var found = new HashMap<UUID, Credited>();
        if (originals.length > 0) {
            sql.query(
                    "SELECT c.id, c.currency, c.amount_minor, c.discount_minor, c.taxes, c.tax_rate, c.tax_percent,"
                            + " c.tax_inclusive, c.tax_minor, coalesce(-sum(e.amount_minor), 0),"
                            + " coalesce(-sum(e.discount_minor), 0), array_agg(e.taxes),"
                            + " coalesce(-sum(e.tax_minor) FILTER (WHERE e.taxes IS NULL), 0)"
                            + " FROM unnest(?::uuid[]) wanted (id)"
                            + " JOIN charge c ON c.tenant_id = ? AND c.id = wanted.id AND c.status = 'INVOICED'"
                            + " LEFT JOIN charge e ON e.tenant_id = c.tenant_id AND e.credit_of = c.id"
                            + " AND e.status = 'INVOICED'"
                            + " GROUP BY c.tenant_id, c.id",
                    row -> found.put(row.getObject(1, UUID.class), credited(row)),
                    originals,
                    tenants.current());
        }
        return found;
    }

    /** Of the charges that credits among these give back, those that are still on a draft. */
    Set<UUID> creditedOnDrafts(List<NewCharge> charges) {
        var originals = originals(charges);
        return originals.length == 0
                ? Set.of()
                : Set.copyOf(sql.query(
                        "SELECT c.id FROM unnest(?::uuid[]) wanted (id) JOIN charge c ON c.tenant_id = ?"
                                + " AND c.id = wanted.id JOIN invoice i ON (i.tenant_id, i.id) = (c.tenant_id, c.invoice_id)"
                                + " WHERE i.status = 'DRAFT'",
                        row -> row.getObject(1, UUID.class),
                        originals,
                        tenants.current()));
    }

    private static String[] originals(List<NewCharge> charges) {
        return charges.stream()
                .map(NewCharge::creditOf)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .distinct()
                .toArray(String[]::new);
    }

    Map<UUID, Money> balancesOf(Collection<UUID> payers) {
        var found = new HashMap<UUID, Money>();
        sql.query(
                "SELECT account_id, minor, currency FROM unnest(?::uuid[]) wanted (id)"
                        + " JOIN customer_balance ON tenant_id = ? AND account_id = wanted.id",
                row -> found.put(
                        row.getObject(1, UUID.class),
                        new Money(row.getLong(2), Currency.getInstance(row.getString(3)))),
                texts(payers),
                tenants.current());
        return found;
    }

    private static NewCharge charge(ResultSet row) throws SQLException {
        return new NewCharge(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getObject(8, UUID.class),
                new Period(row.getObject(9, LocalDate.class), row.getObject(10, LocalDate.class)),
                new Period(row.getObject(11, LocalDate.class), row.getObject(12, LocalDate.class)),
                row.getBigDecimal(13),
                row.getBigDecimal(14),
                new Money(row.getLong(15), Currency.getInstance(row.getString(16))),
                row.getObject(17, UUID.class),
                row.getObject(18, Integer.class),
                row.getString(19),
                row.getString(20),
                row.getString(21),
                row.getObject(22, LocalDate.class),
                row.getObject(23, LocalDate.class),
                true);
    }

    private static Credited credited(ResultSet row) throws SQLException {
        var original = new Charge();
        original.amount = new Money(row.getLong(3), Currency.getInstance(row.getString(2)));
        original.discountMinor = row.getLong(4);
        original.taxes = row.getString(5);
        original.taxRate = row.getString(6);
        original.taxPercent = row.getBigDecimal(7);
        original.taxInclusive = row.getBoolean(8);
        original.taxMinor = row.getLong(9);
        var currency = original.amount.currency();
        return new Credited(
                original.amount,
                original.discount(),
                original.taxes(),
                new Money(row.getLong(10), currency),
                new Money(row.getLong(11), currency),
                given(row, original));
    }

    /** What credits gave back of the taxes; of those of before, when there was one tax at most. */
    private static List<LineTax> given(ResultSet row, Charge original) throws SQLException {
        var currency = original.amount.currency();
        var given = new ArrayList<LineTax>();
        for (var written : (String[]) row.getArray(12).getArray()) {
            if (written != null) {
                WrittenTaxes.read(written, original.taxInclusive, currency).forEach(tax -> given.add(tax.negate()));
            }
        }
        var before = new Money(row.getLong(13), currency);
        original.taxes().stream().limit(1).forEach(tax -> given.add(new LineTax(tax.rate(), before)));
        return given;
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}

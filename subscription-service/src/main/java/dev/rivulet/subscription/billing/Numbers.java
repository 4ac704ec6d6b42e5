package dev.rivulet.subscription.billing;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.billing.domain.AssembledInvoice.Kind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Gives numbers without gaps, for each seller and kind of document. A counter's row stays locked until the transaction
 * ends and goes back with it, so that no number is lost; take them late, because everybody else waits behind.
 */
@Singleton
class Numbers {

    private record Series(Kind kind, String legalEntity) implements Comparable<Series> {
        @Override
        public int compareTo(Series other) {
            var byKind = kind.compareTo(other.kind);
            return byKind == 0 ? legalEntity.compareTo(other.legalEntity) : byKind;
        }
    }

    private final Sql sql;
    private final Tenants tenants;

    Numbers(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** The numbers of the bills, in their order. */
    List<Long> take(List<Bill> bills) {
        var counts = new TreeMap<Series, Long>();
        bills.forEach(bill -> counts.merge(series(bill), 1L, Long::sum));
        // In one order, so that two who take several do not wait for each other.
        var next = new TreeMap<Series, Long>();
        counts.forEach((series, count) -> next.put(series, advance(series, count) - count));
        var numbers = new ArrayList<Long>(bills.size());
        bills.forEach(bill -> numbers.add(next.merge(series(bill), 1L, Long::sum)));
        return numbers;
    }

    /** How many invoices there are. */
    long countInvoices() {
        return sql.query(
                        "SELECT coalesce(sum(last), 0) FROM invoice_counter WHERE tenant_id = ? AND document = 'INVOICE'",
                        row -> row.getLong(1),
                        tenants.current())
                .getFirst();
    }

    /**
     * An update comes first: who waits for it stands in a queue, whereas all who wait for an insert are woken by each
     * that ends, to wait again.
     */
    private long advance(Series series, long count) {
        return sql
                .query(
                        "UPDATE invoice_counter SET last = last + ? WHERE tenant_id = ? AND document = ?"
                                + " AND legal_entity = ? RETURNING last",
                        row -> row.getLong(1),
                        count,
                        tenants.current(),
                        series.kind().name(),
                        series.legalEntity())
                .stream()
                .findFirst()
                .orElseGet(() -> begin(series, count));
    }

    private long begin(Series series, long count) {
        return sql.query(
                        "INSERT INTO invoice_counter AS c (tenant_id, document, legal_entity, last) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (tenant_id, document, legal_entity) DO UPDATE"
                                + " SET last = c.last + excluded.last RETURNING last",
                        row -> row.getLong(1),
                        tenants.current(),
                        series.kind().name(),
                        series.legalEntity(),
                        count)
                .getFirst();
    }

    private static Series series(Bill bill) {
        return new Series(bill.invoice().kind(), bill.legalEntity());
    }
}

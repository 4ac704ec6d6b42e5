package dev.rivulet.subscription.billing;

import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.coupon.Redemptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * An invoice whose whole discount has come back with days that are given back discounts nothing any more: its coupons may
 * be used again, as where it is void. What is given back by hand leaves them used.
 */
@Singleton
class ReturnedDiscounts {

    private final Sql sql;
    private final Tenants tenants;
    private final Redemptions redemptions;

    ReturnedDiscounts(Sql sql, Tenants tenants, Redemptions redemptions) {
        this.sql = sql;
        this.tenants = tenants;
        this.redemptions = redemptions;
    }

    /** Frees the coupons of invoices of which documents, placed already, give the rest of the discount back. */
    void release(List<Bill> bills) {
        var originals = bills.stream()
                .flatMap(bill -> bill.invoice().lines().stream())
                .filter(line -> !line.discount().isZero())
                .map(line -> line.charge().creditOf())
                .filter(Objects::nonNull)
                .map(UUID::toString)
                .distinct()
                .toArray(String[]::new);
        if (originals.length > 0) {
            returned(originals).forEach(redemptions::release);
        }
    }

    private List<UUID> returned(String[] originals) {
        return sql.query(
                "SELECT c.invoice_id FROM charge c WHERE c.tenant_id = ? AND c.credit_of IS NULL AND c.invoice_id IN"
                        + " (SELECT o.invoice_id FROM charge o WHERE o.tenant_id = ? AND o.id = ANY (?::uuid[]))"
                        + " GROUP BY c.invoice_id HAVING sum(c.discount_minor + coalesce((SELECT sum(k.discount_minor)"
                        + " FROM charge k WHERE k.tenant_id = ? AND k.credit_of = c.id AND k.reason = 'CREDIT'"
                        + " AND k.status = 'INVOICED'), 0)) = 0",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                tenants.current(),
                originals,
                tenants.current());
    }
}

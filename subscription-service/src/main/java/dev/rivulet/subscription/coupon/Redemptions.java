package dev.rivulet.subscription.coupon;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.coupon.domain.ActiveCoupon;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What accounts have redeemed, for whoever invoices them: many payers at a time. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Redemptions {

    private final Sql sql;
    private final Tenants tenants;

    Redemptions(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** An invoice that a redeemed coupon discounts. */
    public record Use(UUID redemptionId, UUID invoiceId, Money amount) {}

    /** The coupons that still take something off, by payer, in the order they were redeemed. */
    public Map<UUID, List<ActiveCoupon>> activeOf(Collection<UUID> payers) {
        var found = new HashMap<UUID, List<ActiveCoupon>>();
        sql.query(
                "SELECT a.payer_id, r.id, c.code, CASE WHEN a.id <> a.payer_id THEN a.id END, c.percent, c.amount_minor,"
                        + " c.currency, c.plans"
                        + " FROM unnest(?::uuid[]) wanted (id)"
                        + " JOIN account a ON a.tenant_id = ? AND a.payer_id = wanted.id"
                        + " JOIN coupon_redemption r ON (r.tenant_id, r.account_id) = (a.tenant_id, a.id)"
                        + " JOIN coupon c ON (c.tenant_id, c.id) = (r.tenant_id, r.coupon_id)"
                        + " WHERE r.removed_at IS NULL"
                        + " AND (r.uses_left IS NULL OR r.uses_left > 0) ORDER BY r.id",
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), payer -> new ArrayList<>())
                        .add(coupon(row)),
                texts(payers),
                tenants.current());
        return found;
    }

    /** Counts invoices as uses. */
    public void use(List<Use> uses) {
        if (uses.isEmpty()) {
            return;
        }
        var redemptions = texts(uses.stream().map(Use::redemptionId).toList());
        sql.update(
                "UPDATE coupon_redemption r SET uses = r.uses + 1, uses_left = r.uses_left - 1, version = r.version + 1"
                        + " FROM unnest(?::uuid[]) used (id) WHERE r.tenant_id = ? AND r.id = used.id",
                redemptions,
                tenants.current());
        sql.update(
                "INSERT INTO coupon_use (tenant_id, redemption_id, invoice_id, amount_minor)"
                        + " SELECT ?, used.* FROM unnest(?::uuid[], ?::uuid[], ?::bigint[]) used",
                tenants.current(),
                redemptions,
                texts(uses.stream().map(Use::invoiceId).toList()),
                uses.stream().map(use -> use.amount().minor()).toArray(Long[]::new));
    }

    /** Gives back the uses of an invoice that came to nothing. */
    public void release(UUID invoiceId) {
        sql.update(
                "WITH gone AS (DELETE FROM coupon_use WHERE tenant_id = ? AND invoice_id = ? RETURNING redemption_id)"
                        + " UPDATE coupon_redemption r SET uses = r.uses - 1, uses_left = r.uses_left + 1,"
                        + " version = r.version + 1 FROM gone WHERE r.tenant_id = ? AND r.id = gone.redemption_id",
                tenants.current(),
                invoiceId,
                tenants.current());
    }

    private static ActiveCoupon coupon(ResultSet row) throws SQLException {
        var currency = row.getString(7);
        return new ActiveCoupon(
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getBigDecimal(5),
                currency == null ? null : new Money(row.getLong(6), Currency.getInstance(currency)),
                plans(row.getString(8)));
    }

    private static Set<UUID> plans(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(",", -1)).map(UUID::fromString).collect(Collectors.toSet());
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}

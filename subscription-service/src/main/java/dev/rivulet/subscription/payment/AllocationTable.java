package dev.rivulet.subscription.payment;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.ledger.Cause;
import dev.rivulet.subscription.payment.domain.Allocation.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** What payments are meant for, and what they paid of which invoice. */
@ApplicationScoped
class AllocationTable {

    private final Sql sql;
    private final Tenants tenants;

    AllocationTable(Sql sql, Tenants tenants) {
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Notes what an attempt is to pay for, and keeps others off until it is closed. */
    void target(UUID payment, List<Share> shares, boolean open) {
        sql.update(
                "INSERT INTO payment_target (tenant_id, payment_id, invoice_id, amount_minor, open)"
                        + " SELECT ?, ?, part.*, ? FROM unnest(?::uuid[], ?::bigint[]) part",
                tenants.current(),
                payment,
                open,
                invoices(shares),
                amounts(shares));
    }

    void close(UUID payment) {
        sql.update(
                "UPDATE payment_target SET open = false WHERE tenant_id = ? AND payment_id = ? AND open",
                tenants.current(),
                payment);
    }

    /** Invoices an attempt is meant for. */
    List<UUID> targets(UUID payment) {
        return sql.query(
                "SELECT invoice_id FROM payment_target WHERE tenant_id = ? AND payment_id = ? ORDER BY invoice_id",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                payment);
    }

    /** Of some invoices those that an undecided attempt is at. */
    Set<UUID> blocked(List<UUID> invoices) {
        return among("SELECT invoice_id FROM payment_target WHERE tenant_id = ? AND open", invoices);
    }

    /** Of some invoices those that somebody tried to collect before. */
    Set<UUID> tried(List<UUID> invoices) {
        return among("SELECT invoice_id FROM payment_target WHERE tenant_id = ?", invoices);
    }

    private Set<UUID> among(String select, List<UUID> invoices) {
        return new HashSet<>(sql.query(
                select + " AND invoice_id = ANY (?::uuid[])",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                invoices.stream().map(UUID::toString).toArray(String[]::new)));
    }

    /** Adds what was paid; taken back where the sign is negative. */
    void add(UUID payment, List<Share> shares, boolean back, Cause cause, LocalDate on) {
        sql.update(
                "INSERT INTO payment_allocation (tenant_id, payment_id, cause_kind, cause_id, allocated_on, id,"
                        + " invoice_id, amount_minor)"
                        + " SELECT ?, ?, ?, ?, ?, part.id, part.invoice, part.amount * ?"
                        + " FROM unnest(?::uuid[], ?::uuid[], ?::bigint[]) part (id, invoice, amount)",
                tenants.current(),
                payment,
                cause.kind().name(),
                cause.id(),
                on,
                back ? -1 : 1,
                shares.stream()
                        .map(share ->
                                UuidVersion7Strategy.INSTANCE.generateUuid(null).toString())
                        .toArray(String[]::new),
                invoices(shares),
                amounts(shares));
    }

    /** What payments pay of which invoices now, in the order they were first allocated. */
    Map<UUID, List<Share>> of(Collection<UUID> payments) {
        var found = new HashMap<UUID, List<Share>>();
        sql.query(
                "SELECT a.payment_id, a.invoice_id, sum(a.amount_minor), p.currency FROM payment_allocation a"
                        + " JOIN payment p ON p.tenant_id = a.tenant_id AND p.id = a.payment_id"
                        + " WHERE a.tenant_id = ? AND a.payment_id = ANY (?::uuid[])"
                        + " GROUP BY a.payment_id, a.invoice_id, p.currency HAVING sum(a.amount_minor) <> 0"
                        + " ORDER BY min(a.id::text)",
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(new Share(
                                row.getObject(2, UUID.class),
                                new Money(row.getLong(3), Currency.getInstance(row.getString(4))))),
                tenants.current(),
                payments.stream().map(UUID::toString).toArray(String[]::new));
        return found;
    }

    /** Invoices that something took a payment back of. */
    List<UUID> takenBackBy(Cause cause) {
        return sql.query(
                "SELECT DISTINCT invoice_id FROM payment_allocation WHERE tenant_id = ? AND cause_kind = ? AND cause_id = ?"
                        + " AND amount_minor < 0 ORDER BY invoice_id",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                cause.kind().name(),
                cause.id());
    }

    /** Payments that paid for an invoice, or tried to. */
    List<UUID> paymentsOf(UUID invoice) {
        return sql.query(
                "SELECT payment_id FROM payment_target WHERE tenant_id = ? AND invoice_id = ?"
                        + " UNION SELECT payment_id FROM payment_allocation WHERE tenant_id = ? AND invoice_id = ?",
                row -> row.getObject(1, UUID.class),
                tenants.current(),
                invoice,
                tenants.current(),
                invoice);
    }

    private static String[] invoices(List<Share> shares) {
        return shares.stream().map(share -> share.invoiceId().toString()).toArray(String[]::new);
    }

    private static Long[] amounts(List<Share> shares) {
        return shares.stream().map(share -> share.amount().minor()).toArray(Long[]::new);
    }
}

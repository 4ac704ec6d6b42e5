package dev.rivulet.catalog.activity;

import dev.rivulet.catalog.plan.Plans;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.outbox.EventHandler;
import dev.rivulet.kit.outbox.Inbox;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Notes what invoices brought in by product, less what was void or given back, so that the code that earns most is known.
 */
@ApplicationScoped
class InvoiceRevenue implements EventHandler {

    private final Inbox inbox;
    private final Plans plans;
    private final Tenants tenants;
    private final Sql sql;

    InvoiceRevenue(Inbox inbox, Plans plans, Tenants tenants, Sql sql) {
        this.inbox = inbox;
        this.plans = plans;
        this.tenants = tenants;
        this.sql = sql;
    }

    @Override
    public String consumer() {
        return "activity-revenue";
    }

    @Incoming("billed-invoices")
    @Blocking
    void receive(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Incoming("billed-credit-notes")
    @Blocking
    void receiveCreditNotes(ConsumerRecords<String, String> records) {
        inbox.receive(this, records);
    }

    @Override
    public void on(Event event) {
        switch (event.type()) {
            case BilledInvoice.TYPE -> note(event.as(BilledInvoice.class));
            case VoidedInvoice.TYPE -> takeBack(event.as(VoidedInvoice.class));
            case CreditedCharges.TYPE -> note(event.as(CreditedCharges.class));
            default -> {
                // What becomes of an invoice otherwise earns nothing more and nothing less.
            }
        }
    }

    private void note(BilledInvoice invoice) {
        var lines = Objects.requireNonNullElse(invoice.lines(), List.<BilledInvoice.Line>of());
        for (var i = 0; i < lines.size(); i++) {
            note(
                    invoice.id(),
                    i,
                    lines.get(i).planId(),
                    lines.get(i).amount(),
                    invoice.issueDate(),
                    invoice.legalEntity());
        }
    }

    /** What was given back was not earned, from the day it was given back. */
    private void note(CreditedCharges note) {
        var seller = note.invoiceId() == null ? null : sellerOf(note.invoiceId());
        for (var i = 0; i < note.lines().size(); i++) {
            var line = note.lines().get(i);
            if (line.planId() != null) {
                note(note.id(), i, line.planId(), line.amount().negate(), note.issueDate(), seller);
            }
        }
    }

    private @Nullable String sellerOf(UUID invoice) {
        return sql
                .query(
                        "SELECT seller_key FROM product_revenue WHERE tenant_id = ? AND invoice_id = ?"
                                + " AND seller_key IS NOT NULL LIMIT 1",
                        row -> row.getString(1),
                        tenants.current(),
                        invoice)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private void note(
            UUID document, int position, UUID planId, Money amount, LocalDate on, @Nullable String sellerKey) {
        var product = plans.productOf(planId).orElseThrow(() -> new IllegalStateException("no plan " + planId));
        sql.update(
                "INSERT INTO product_revenue (tenant_id, invoice_id, position, product_id, minor, currency,"
                        + " issued_on, seller_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                tenants.current(),
                document,
                position,
                product,
                amount.minor(),
                amount.currency().getCurrencyCode(),
                on,
                sellerKey);
    }

    /** A void invoice's lines once more with their signs turned, below its own, on the day it became void. */
    private void takeBack(VoidedInvoice invoice) {
        sql.update(
                "INSERT INTO product_revenue (tenant_id, invoice_id, position, product_id, minor, currency, issued_on,"
                        + " seller_key) SELECT tenant_id, invoice_id, -1 - position, product_id, -minor, currency, ?,"
                        + " seller_key"
                        + " FROM product_revenue WHERE tenant_id = ? AND invoice_id = ? AND position >= 0"
                        + " ON CONFLICT DO NOTHING",
                invoice.voidedOn(),
                tenants.current(),
                invoice.id());
    }
}

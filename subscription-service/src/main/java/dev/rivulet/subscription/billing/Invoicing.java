package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.subscription.billing.domain.InvoiceDraft;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import dev.rivulet.subscription.billing.domain.Settlement;
import dev.rivulet.subscription.events.InvoiceFinalized;
import dev.rivulet.subscription.events.InvoicePaid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Issues invoices and settles them; always part of somebody's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Invoicing {

    private final InvoiceRepository invoices;
    private final Outbox outbox;

    Invoicing(InvoiceRepository invoices, Outbox outbox) {
        this.invoices = invoices;
        this.outbox = outbox;
    }

    void issue(UUID accountId, UUID subscriptionId, InvoiceDraft draft) {
        var invoice = new Invoice();
        invoice.accountId = accountId;
        invoice.subscriptionId = subscriptionId;
        invoice.total = draft.total();
        invoice.status = InvoiceStatus.of(invoice.total, invoice.paid());
        invoice.issueDate = draft.issueDate();
        invoice.dueDate = draft.dueDate();
        invoice.periodStart = draft.period().start();
        invoice.periodEnd = draft.period().end();
        for (var line : draft.lines()) {
            invoice.lines.add(InvoiceLine.of(invoice, invoice.lines.size() + 1, line));
        }
        invoice.number = invoices.nextNumber();
        if (invoice.status == InvoiceStatus.PAID) {
            invoice.lastPaidOn = invoice.issueDate;
        }
        invoices.persistAndFlush(invoice);
        outbox.publish(InvoiceFinalized.TYPE, invoice.id, invoice.version, invoice.asFinalized());
        if (invoice.status == InvoiceStatus.PAID) {
            outbox.publish(InvoicePaid.TYPE, invoice.id, invoice.version, invoice.asPaid());
        }
    }

    /** The tenant's last invoice number, 0 before the first: how many invoices there are. */
    public long lastNumber() {
        return invoices.lastNumber();
    }

    /** Locks an invoice against other payments and returns whose it is; empty if there is none. */
    public Optional<UUID> lockForPayment(UUID invoiceId) {
        return invoices.findByIdOptional(invoiceId, LockModeType.PESSIMISTIC_WRITE)
                .map(invoice -> invoice.accountId);
    }

    /** Settles a locked invoice with money received; what is refused changes nothing. */
    public Settlement settle(UUID invoiceId, Money amount, LocalDate receivedOn) {
        var invoice = invoices.findById(invoiceId);
        var settlement = Settlement.of(invoice.total, invoice.paid(), amount);
        if (settlement instanceof Settlement.Taken taken) {
            invoice.take(taken, receivedOn);
            if (taken.status() == InvoiceStatus.PAID) {
                invoices.flush();
                outbox.publish(InvoicePaid.TYPE, invoice.id, invoice.version, invoice.asPaid());
            }
        }
        return settlement;
    }
}

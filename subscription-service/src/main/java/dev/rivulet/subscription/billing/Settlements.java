package dev.rivulet.subscription.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;

/** Tells inside the service that an invoice is paid, whether by a payment or by the balance on the day of issue. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Settlements {

    private final InvoiceRepository invoices;
    private final ChargeRepository charges;
    private final Event<InvoiceSettled> events;

    Settlements(InvoiceRepository invoices, ChargeRepository charges, Event<InvoiceSettled> events) {
        this.invoices = invoices;
        this.charges = charges;
        this.events = events;
    }

    void tell(UUID invoiceId) {
        var invoice = invoices.get(invoiceId);
        var lines = charges.ofInvoice(invoiceId).stream()
                .map(charge ->
                        new InvoiceSettled.Line(charge.id, charge.subscriptionId, charge.periodStart, charge.net()))
                .toList();
        events.fire(new InvoiceSettled(
                invoiceId,
                Objects.requireNonNull(invoice.numberText()),
                invoice.accountId,
                Objects.requireNonNullElse(invoice.paidOn(), invoice.issueDate),
                lines));
    }
}

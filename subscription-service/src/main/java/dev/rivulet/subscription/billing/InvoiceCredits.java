package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import dev.rivulet.subscription.billing.domain.Settlement;
import dev.rivulet.subscription.events.InvoicePaid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What a credit note gives back of an invoice that is not paid yet is not asked for any more: it first reduces what is
 * due on the invoices that asked for it, and only the rest goes to the customer's balance. Credits beyond the charges of
 * an invoice go to the balance, as whoever changes a plan goes on paying from it. Payers are held by the caller.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class InvoiceCredits {

    /** A part of what a document gives back, and the open invoice it is taken off. */
    record Part(Bill bill, UUID invoiceId, Money amount) {}

    private final InvoiceRepository invoices;
    private final ChargeRepository charges;
    private final Settlements settlements;
    private final Outbox outbox;

    InvoiceCredits(InvoiceRepository invoices, ChargeRepository charges, Settlements settlements, Outbox outbox) {
        this.invoices = invoices;
        this.charges = charges;
        this.settlements = settlements;
        this.outbox = outbox;
    }

    /** What credit notes that are about to be issued give back of open invoices, oldest due first. */
    List<Part> parts(List<Bill> bills) {
        var parts = new ArrayList<Part>();
        for (var bill : bills) {
            if (!bill.isInvoice()
                    && bill.correction() == null
                    && !bill.invoice().toBalance().isZero()) {
                parts.addAll(parts(bill));
            }
        }
        return parts;
    }

    private List<Part> parts(Bill bill) {
        var given = given(bill);
        var parts = new ArrayList<Part>();
        var left = bill.invoice().toBalance();
        var open = given.keySet().stream()
                .map(invoices::lock)
                .filter(invoice -> invoice.status.isOpen())
                .sorted(Comparator.comparing((Invoice invoice) -> invoice.dueDate)
                        .thenComparing(invoice -> invoice.id))
                .toList();
        for (var invoice : open) {
            var part = left.min(invoice.due()).min(Objects.requireNonNull(given.get(invoice.id)));
            if (part.minor() > 0) {
                parts.add(new Part(bill, invoice.id, part));
                left = left.minus(part);
            }
        }
        return parts;
    }

    /** What credits give back with tax, by the invoice that asked for it. */
    private Map<UUID, Money> given(Bill bill) {
        var byCharge = new HashMap<UUID, Money>();
        for (var line : bill.invoice().lines()) {
            var original = line.charge().creditOf();
            if (original != null) {
                byCharge.merge(original, line.gross().negate(), Money::plus);
            }
        }
        var byInvoice = new HashMap<UUID, Money>();
        for (var charge : charges.ofIds(byCharge.keySet())) {
            // Invoices of who paid before are not this payer's to pay.
            if (charge.invoiceId != null
                    && !charge.invoiceId.equals(bill.id())
                    && charge.payerId.equals(bill.payerId())) {
                byInvoice.merge(charge.invoiceId, byCharge.get(charge.id), Money::plus);
            }
        }
        return byInvoice;
    }

    /** Credit notes say what they take off. */
    List<Bill> corrected(List<Bill> bills, List<Part> parts) {
        return bills.stream()
                .map(bill -> {
                    var own = parts.stream()
                            .filter(part -> part.bill().id().equals(bill.id()))
                            .toList();
                    return own.isEmpty()
                            ? bill
                            : bill.applying(
                                    own.size() == 1 ? own.getFirst().invoiceId() : null,
                                    own.stream()
                                            .map(Part::amount)
                                            .reduce(Money::plus)
                                            .orElseThrow());
                })
                .toList();
    }

    /** Takes the parts off, once their credit notes are issued. */
    void settle(List<Part> parts) {
        for (var part : parts) {
            apply(
                    invoices.lock(part.invoiceId()),
                    part.amount(),
                    part.bill().invoice().issueDate());
        }
    }

    /** Takes something off what is due on a locked invoice. */
    void apply(Invoice invoice, Money applied, LocalDate on) {
        if (!applied.isZero()) {
            invoice.creditedMinor = Math.addExact(invoice.creditedMinor, applied.minor());
            take(invoice, applied, on);
        }
    }

    private void take(Invoice invoice, Money amount, LocalDate on) {
        if (!(Settlement.of(invoice.total, invoice.paid(), amount) instanceof Settlement.Taken taken)) {
            throw new IllegalStateException(amount + " is more than is due on " + invoice.id);
        }
        invoice.take(taken, on);
        invoices.flush();
        if (invoice.status == InvoiceStatus.PAID) {
            outbox.publish(InvoicePaid.TYPE, invoice.id, invoice.version, invoice.asPaid());
            settlements.tell(invoice.id);
        }
    }
}

package dev.rivulet.subscription.billing;

import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.subscription.billing.Bill.Final;
import dev.rivulet.subscription.billing.domain.AssembledInvoice.Line;
import dev.rivulet.subscription.billing.domain.TaxTotal;
import dev.rivulet.subscription.events.CreditNoteIssued;
import dev.rivulet.subscription.events.InvoiceFinalized;
import dev.rivulet.subscription.events.InvoicePaid;
import dev.rivulet.subscription.events.IssuedTax;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Tells of documents issued, many at a time. */
@Singleton
class IssuedEvents {

    private final Outbox outbox;

    IssuedEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param version of the invoices, now that they are final */
    void invoices(List<Final> invoices, long version) {
        var publications = new ArrayList<Outbox.Publication>(invoices.size());
        for (var invoice : invoices) {
            var id = invoice.bill().id();
            publications.add(new Outbox.Publication(InvoiceFinalized.TYPE, id, version, finalized(invoice)));
            if (invoice.isPaid()) {
                publications.add(new Outbox.Publication(InvoicePaid.TYPE, id, version, paid(invoice)));
            }
        }
        outbox.publishAll(publications);
    }

    void creditNotes(List<Final> notes) {
        outbox.publishAll(notes.stream()
                .map(note -> new Outbox.Publication(
                        CreditNoteIssued.TYPE, note.bill().id(), 0, issued(note)))
                .toList());
    }

    private static InvoiceFinalized finalized(Final issued) {
        var bill = issued.bill();
        var invoice = bill.invoice();
        var lines = new ArrayList<InvoiceFinalized.Line>();
        var others = new ArrayList<InvoiceFinalized.OtherCharge>();
        for (var line : invoice.lines()) {
            if (line.charge().planId() == null) {
                others.add(new InvoiceFinalized.OtherCharge(
                        line.taxBase(),
                        line.charge().accountId(),
                        line.charge().subscriptionId(),
                        line.charge().reason(),
                        line.tax()));
            } else {
                lines.add(line(line));
            }
        }
        return new InvoiceFinalized(
                bill.id(),
                issued.numberText(),
                bill.payerId(),
                bill.subscriptionId(),
                invoice.total(),
                invoice.subtotal(),
                invoice.discount(),
                invoice.tax(),
                invoice.toBalance(),
                issued.balanceUsed(),
                bill.legalEntity(),
                invoice.belowMinimum(),
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.period().start(),
                invoice.period().end(),
                lines,
                others,
                taxes(invoice.lines(), total -> total));
    }

    private static InvoiceFinalized.Line line(Line line) {
        var charge = line.charge();
        return new InvoiceFinalized.Line(
                Objects.requireNonNull(charge.planId()),
                Objects.requireNonNullElse(charge.planVersion(), 1),
                line.taxBase(),
                charge.accountId(),
                charge.subscriptionId(),
                charge.used().start(),
                charge.used().end(),
                charge.reason(),
                line.tax());
    }

    private static InvoicePaid paid(Final issued) {
        var bill = issued.bill();
        return new InvoicePaid(
                bill.id(),
                issued.numberText(),
                bill.payerId(),
                bill.subscriptionId(),
                bill.invoice().total(),
                bill.invoice().dueDate(),
                bill.invoice().issueDate());
    }

    private static CreditNoteIssued issued(Final note) {
        var invoice = note.bill().invoice();
        return new CreditNoteIssued(
                note.bill().id(),
                note.numberText(),
                note.bill().payerId(),
                note.bill().correctedInvoice(),
                invoice.subtotal().negate(),
                invoice.discount().negate(),
                invoice.tax().negate(),
                invoice.toBalance(),
                note.bill().applied(),
                invoice.toBalance().minus(note.bill().applied()),
                invoice.issueDate(),
                invoice.lines().stream()
                        .map(line -> new CreditNoteIssued.Line(
                                Objects.requireNonNullElse(
                                        line.charge().creditOf(), line.charge().id()),
                                line.charge().planId(),
                                line.charge().subscriptionId(),
                                line.taxBase().negate(),
                                line.tax().negate()))
                        .toList(),
                taxes(invoice.lines(), TaxTotal::negate));
    }

    private static List<IssuedTax> taxes(List<Line> lines, UnaryOperator<TaxTotal> shown) {
        return TaxTotal.of(lines).stream()
                .map(shown)
                .map(total -> new IssuedTax(
                        total.rate().code(),
                        total.rate().name(),
                        total.rate().percent(),
                        total.rate().inclusive(),
                        total.base(),
                        total.amount()))
                .toList();
    }
}

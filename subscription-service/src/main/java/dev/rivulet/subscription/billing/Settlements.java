package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells inside the service that an invoice is paid, whether by a payment or by the balance on the day of issue. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Settlements {

    private final InvoiceRepository invoices;
    private final ChargeRepository charges;
    private final Event<InvoiceSettled> events;
    private final Event<InvoiceReversed> reversals;

    Settlements(
            InvoiceRepository invoices,
            ChargeRepository charges,
            Event<InvoiceSettled> events,
            Event<InvoiceReversed> reversals) {
        this.invoices = invoices;
        this.charges = charges;
        this.events = events;
        this.reversals = reversals;
    }

    void tell(UUID invoiceId) {
        var invoice = invoices.get(invoiceId);
        var charged = charges.ofInvoice(invoiceId);
        var net = net(charged);
        var lines = charged.stream()
                .map(charge -> new InvoiceSettled.Line(
                        charge.id,
                        charge.subscriptionId,
                        charge.periodStart,
                        net.getOrDefault(charge.id, charge.taxBase())))
                .toList();
        events.fire(new InvoiceSettled(
                invoiceId,
                Objects.requireNonNull(invoice.numberText()),
                invoice.accountId,
                Objects.requireNonNullElse(invoice.paidOn(), invoice.issueDate),
                lines));
    }

    /** What each line comes to, what credit notes gave back of it taken off. */
    private Map<UUID, Money> net(List<Charge> lines) {
        var net = new HashMap<UUID, Money>();
        lines.forEach(line -> net.put(line.id, line.taxBase()));
        charges.creditedByNotes(List.copyOf(net.keySet()))
                .forEach(credit -> net.merge(credit.creditOf, credit.taxBase(), Money::plus));
        return net;
    }

    /** Credit notes were issued: what they give back, by the invoices that asked for it. */
    void tellCredited(List<Bill> notes) {
        for (var note : notes) {
            var given = new HashMap<UUID, Money>();
            for (var line : note.invoice().lines()) {
                var original = line.charge().creditOf();
                if (original != null) {
                    given.merge(original, line.taxBase().negate(), Money::plus);
                }
            }
            charges.ofIds(given.keySet()).stream()
                    .filter(charge -> charge.invoiceId != null)
                    .collect(Collectors.groupingBy(charge -> charge.invoiceId))
                    .forEach((invoice, lines) -> reversals.fire(new InvoiceReversed(
                            invoice,
                            note.id(),
                            note.invoice().issueDate(),
                            lines.stream()
                                    .map(line -> new InvoiceReversed.Line(
                                            line.id, Objects.requireNonNull(given.get(line.id))))
                                    .toList())));
        }
    }

    /**
     * Of an invoice something that was paid is not any more, and is due again: of each line the part of its net amount
     * that is of the money, reckoned from all that is due so that the parts of several times add up.
     *
     * @param before what was due until now
     */
    void tellReopened(Invoice invoice, Money before, UUID cause, LocalDate on) {
        var money = invoice.total.minus(invoice.money(invoice.creditedMinor));
        var after = invoice.due();
        if (money.minor() <= 0) {
            return;
        }
        var lines = new ArrayList<InvoiceReversed.Line>();
        net(charges.ofInvoice(invoice.id))
                .forEach((id, net) -> lines.add(new InvoiceReversed.Line(
                        id,
                        net.fraction(after.minor(), money.minor())
                                .minus(net.fraction(before.minor(), money.minor())))));
        reversals.fire(new InvoiceReversed(invoice.id, cause, on, lines));
    }

    /** An invoice is void; whatever paid it is the customer's again. */
    void tellVoided(Invoice invoice, LocalDate on) {
        var cause = UUID.nameUUIDFromBytes(("void " + invoice.id).getBytes(StandardCharsets.UTF_8));
        var lines = net(charges.ofInvoice(invoice.id)).entrySet().stream()
                .map(line -> new InvoiceReversed.Line(line.getKey(), line.getValue()))
                .toList();
        reversals.fire(new InvoiceReversed(invoice.id, cause, on, lines));
    }
}

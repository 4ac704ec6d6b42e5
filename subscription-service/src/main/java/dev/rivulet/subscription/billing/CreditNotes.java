package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.billing.CreditNoteRequest.CreditLine;
import dev.rivulet.subscription.billing.domain.Assembly;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import dev.rivulet.subscription.billing.domain.NewCharge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives back what an invoice asked for, line by line and never more than it asked. First it takes off what is still due;
 * the rest goes to the customer's balance, or from there straight back to where it was paid from.
 */
@ApplicationScoped
@Transactional
class CreditNotes {

    private final HeldInvoice held;
    private final InvoiceRepository invoices;
    private final ChargeRepository charges;
    private final CreditNoteRepository notes;
    private final PendingCharges pending;
    private final Assembling assembling;
    private final InvoiceWriter writer;
    private final InvoiceCredits invoiceCredits;
    private final Event<CreditToRefund> refunds;
    private final TenantClock clock;

    CreditNotes(
            HeldInvoice held,
            InvoiceRepository invoices,
            ChargeRepository charges,
            CreditNoteRepository notes,
            PendingCharges pending,
            Assembling assembling,
            InvoiceWriter writer,
            InvoiceCredits invoiceCredits,
            Event<CreditToRefund> refunds,
            TenantClock clock) {
        this.held = held;
        this.invoices = invoices;
        this.charges = charges;
        this.notes = notes;
        this.pending = pending;
        this.assembling = assembling;
        this.writer = writer;
        this.invoiceCredits = invoiceCredits;
        this.refunds = refunds;
        this.clock = clock;
    }

    CreditNoteView issue(UUID invoiceId, @Nullable String ifMatch, CreditNoteRequest request) {
        var invoice = held.hold(invoiceId, ifMatch);
        if (!invoice.status.isOpen() && invoice.status != InvoiceStatus.PAID) {
            throw Rejected.conflict("invoice-not-creditable", invoice.status);
        }
        var id = InvoiceWriter.newId();
        var credits = credits(id, charges.ofInvoice(invoiceId), request.lines());
        var terms = assembling.termsOf(invoice.accountId, clock.now());
        var today = clock.today(terms.zone());
        var assembled = Assembly.invoice(
                terms, today, credits, pending.creditedBy(credits), List.of(), Money.zero(terms.currency()));
        var to = Objects.requireNonNullElse(request.to(), CreditNoteRequest.To.INVOICE);
        var applied = to == CreditNoteRequest.To.BALANCE
                ? Money.zero(terms.currency())
                : invoice.due().min(assembled.toBalance());
        var bill = new Bill(
                id,
                invoice.accountId,
                invoice.legalEntity,
                assembled,
                null,
                new Correction(invoiceId, request.reason(), applied));
        writer.place(InvoiceWriter.lines(bill));
        writer.issue(List.of(bill));
        invoiceCredits.apply(invoices.lock(invoiceId), applied, today);
        if (to == CreditNoteRequest.To.REFUND && assembled.toBalance().compareTo(applied) > 0) {
            refunds.fire(new CreditToRefund(
                    invoiceId, invoice.accountId, assembled.toBalance().minus(applied), request.reason()));
        }
        invoices.flush();
        invoices.getEntityManager().clear();
        return CreditNoteView.of(
                notes.get(id), charges.ofCreditNotes(List.of(id)).getOrDefault(id, List.of()));
    }

    private List<NewCharge> credits(UUID note, List<Charge> lines, @Nullable List<CreditLine> wanted) {
        var left = left(lines);
        var credits = new ArrayList<NewCharge>();
        if (wanted == null) {
            for (var line : lines) {
                var rest = left.getOrDefault(line.id, Money.zero(line.amount.currency()));
                if (rest.minor() > 0) {
                    credits.add(credit(note, line.asNew(), rest));
                }
            }
            if (credits.isEmpty()) {
                throw Rejected.conflict("nothing-to-credit");
            }
            return credits;
        }
        var seen = new HashSet<Integer>();
        for (var i = 0; i < wanted.size(); i++) {
            credits.add(credit(note, lines, left, wanted.get(i), "/lines/" + i, seen));
        }
        return credits;
    }

    private static NewCharge credit(
            UUID note,
            List<Charge> lines,
            Map<UUID, Money> left,
            CreditLine wanted,
            String pointer,
            Set<Integer> seen) {
        var line = lines.stream()
                .filter(candidate -> wanted.position().equals(candidate.position))
                .findFirst()
                .orElseThrow(() -> Rejected.unprocessable("line-unknown", pointer + "/position", wanted.position()));
        if (!seen.add(wanted.position())) {
            throw Rejected.unprocessable("line-twice", pointer + "/position", wanted.position());
        }
        var rest = left.getOrDefault(line.id, Money.zero(line.amount.currency()));
        var amount = wanted.amount() == null ? rest : wanted.amount();
        if (!amount.currency().equals(rest.currency())) {
            throw Rejected.unprocessable(
                    "currency-mismatch", pointer + "/amount/currency", amount.currency(), rest.currency());
        }
        if (wanted.amount() != null && amount.minor() <= 0) {
            throw Rejected.invalid("amount-not-positive", pointer + "/amount/amount");
        }
        if (amount.isZero() || amount.compareTo(rest) > 0) {
            throw Rejected.unprocessable("credit-exceeds-line", pointer + "/amount", rest);
        }
        return credit(note, line.asNew(), amount);
    }

    /** What of each charge no credit has given back yet, whether that is invoiced or still pending. */
    private Map<UUID, Money> left(List<Charge> lines) {
        var left = new HashMap<UUID, Money>();
        lines.stream().filter(line -> line.amount.minor() > 0).forEach(line -> left.put(line.id, line.amount));
        charges.list(
                        "creditOf in ?1 and status in (?2, ?3)",
                        List.copyOf(left.keySet()),
                        ChargeStatus.PENDING,
                        ChargeStatus.INVOICED)
                .forEach(credit -> left.merge(credit.creditOf, credit.amount, Money::plus));
        return left;
    }

    /**
     * What is given back of a charge by hand.
     *
     * @param cause the credit note, or the change by which the charge takes the place of one that this was given back of
     */
    static NewCharge credit(UUID cause, NewCharge line, Money amount) {
        return new NewCharge(
                InvoiceWriter.newId(),
                line.payerId(),
                line.accountId(),
                line.subscriptionId(),
                line.component(),
                "ADJUSTMENT",
                cause,
                line.id(),
                line.used(),
                line.full(),
                line.quantity(),
                amount.negate().decimal(),
                amount.negate(),
                line.planId(),
                line.planVersion(),
                line.description(),
                line.taxCode(),
                Charges.explanation("adjustment", amount.negate()),
                line.dueOn(),
                null,
                false);
    }
}

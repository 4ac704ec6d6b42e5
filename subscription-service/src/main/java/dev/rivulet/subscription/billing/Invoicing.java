package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import dev.rivulet.subscription.billing.domain.Settlement;
import dev.rivulet.subscription.events.InvoicePaid;
import dev.rivulet.subscription.events.InvoiceReopened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settles invoices; always part of somebody's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Invoicing {

    private final InvoiceRepository invoices;
    private final Numbers numbers;
    private final Outbox outbox;
    private final Settlements settlements;
    private final InvoiceEnds ends;
    private final Recoveries recoveries;
    private final PayerLocks locks;

    Invoicing(
            InvoiceRepository invoices,
            Numbers numbers,
            Settlements settlements,
            InvoiceEnds ends,
            Recoveries recoveries,
            PayerLocks locks,
            Outbox outbox) {
        this.invoices = invoices;
        this.ends = ends;
        this.recoveries = recoveries;
        this.locks = locks;
        this.numbers = numbers;
        this.outbox = outbox;
        this.settlements = settlements;
    }

    /** How many invoices the tenant has issued. */
    public long lastNumber() {
        return numbers.countInvoices();
    }

    /** Locks an invoice against other payments and returns whose it is; empty if there is none. */
    public Optional<UUID> lockForPayment(UUID invoiceId) {
        return invoices.findByIdOptional(invoiceId, LockModeType.PESSIMISTIC_WRITE)
                .filter(invoice -> invoice.status != InvoiceStatus.DRAFT)
                .map(invoice -> invoice.accountId);
    }

    /** Waits for a payer: whatever changes its invoices or its balance does so first. */
    public void lockPayer(UUID payerId) {
        locks.lock(payerId);
    }

    /** A payer's open invoices, oldest due first; they stay as returned until the transaction ends. */
    public List<OpenInvoice> openInvoices(UUID payerId) {
        return invoices.lockOpen(payerId).stream().map(Invoice::asOpen).toList();
    }

    /**
     * What money of a payer may pay: the open invoices, oldest due first, and those named that were given up, each with
     * what it lacks. They stay as returned until the transaction ends.
     */
    public List<OpenInvoice> payable(UUID payerId, List<UUID> named) {
        var open = openInvoices(payerId);
        return named.isEmpty()
                ? open
                : Stream.concat(
                                open.stream(),
                                invoices.lockGivenUp(payerId, named).stream().map(Invoice::asGivenUp))
                        .toList();
    }

    /** Whether anything of a payer's invoices is given up. */
    public boolean hasGivenUp(UUID payerId) {
        return invoices.count("accountId = ?1 and status = ?2", payerId, InvoiceStatus.UNCOLLECTIBLE) > 0;
    }

    /** Whose an invoice is; empty if there is none. */
    public Optional<UUID> payerOf(UUID invoiceId) {
        return invoices.payerOf(invoiceId);
    }

    /**
     * The invoices of a number, which each seller gives for itself.
     *
     * @param legalEntity whose invoice is meant; null where that is not said, so that there may be several
     */
    public List<InvoiceParty> byNumber(@Nullable String legalEntity, long number) {
        return invoices.byNumber(legalEntity, number);
    }

    /** Open invoices of which exactly this is due: whose a payment without a reference might be. */
    public List<InvoiceParty> withDue(Money due) {
        return invoices.withDue(due);
    }

    /** Payers with an open invoice that is due by a day, a page of them in the order of their ids. */
    public List<UUID> payersWithOpen(LocalDate dueBy, UUID after, int limit) {
        return invoices.payersWithOpen(dueBy, after, limit);
    }

    /** Days on which a payer's open invoices that can be dunned are due; nothing is locked. */
    public List<LocalDate> openDueDates(UUID payerId) {
        return invoices.openDueDates(payerId);
    }

    /** Settles a locked invoice from the customer's balance, which has been taken already. */
    public void settleFromBalance(UUID invoiceId, Money amount, LocalDate on) {
        var invoice = invoices.findById(invoiceId);
        invoice.balanceMinor = Math.addExact(invoice.balanceMinor, amount.minor());
        if (!(settle(invoiceId, amount, on) instanceof Settlement.Taken)) {
            throw new IllegalStateException(amount + " is more than is due of " + invoiceId);
        }
    }

    /**
     * Reopens an invoice by an amount that was paid and is not any more: refunded, or charged back. One that was given up
     * stays so.
     *
     * @param cause the refund or dispute
     */
    public void reverse(UUID invoiceId, Money amount, UUID cause, LocalDate on) {
        var invoice = invoices.lock(invoiceId);
        if (invoice.status == InvoiceStatus.UNCOLLECTIBLE) {
            ends.loseAgain(invoice, amount, on);
            invoices.flush();
            return;
        }
        var before = invoice.due();
        invoice.giveBack(amount);
        invoices.flush();
        outbox.publish(InvoiceReopened.TYPE, invoice.id, invoice.version, invoice.asReopened());
        settlements.tellReopened(invoice, before, cause, on);
    }

    /** Gives an invoice up, in the books too; nothing happens where it is not open. */
    public void writeOff(UUID invoiceId, String reason, LocalDate on) {
        var invoice = invoices.lock(invoiceId);
        if (invoice.status.isOpen()) {
            ends.writeOff(invoice, reason, on);
        }
    }

    /** Settles a locked invoice with money received; what is refused changes nothing. */
    public Settlement settle(UUID invoiceId, Money amount, LocalDate receivedOn) {
        var invoice = invoices.findById(invoiceId);
        var isGivenUp = invoice.status == InvoiceStatus.UNCOLLECTIBLE;
        if (!invoice.status.isOpen() && !isGivenUp && amount.currency().equals(invoice.total.currency())) {
            return new Settlement.MoreThanDue(invoice.due());
        }
        var settlement = Settlement.of(invoice.total, invoice.paid(), amount);
        if (settlement instanceof Settlement.Taken taken) {
            if (isGivenUp) {
                ends.recover(invoice, taken, amount, receivedOn);
            } else {
                invoice.take(taken, receivedOn);
            }
            if (taken.status() == InvoiceStatus.PAID) {
                invoices.flush();
                tellPaid(invoice);
                if (isGivenUp) {
                    recoveries.giveBack(invoice);
                }
            }
        }
        return settlement;
    }

    private void tellPaid(Invoice invoice) {
        outbox.publish(InvoicePaid.TYPE, invoice.id, invoice.version, invoice.asPaid());
        settlements.tell(invoice.id);
    }
}

package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.outbox.Outbox;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import dev.rivulet.subscription.billing.domain.Settlement;
import dev.rivulet.subscription.coupon.Redemptions;
import dev.rivulet.subscription.events.InvoiceVoided;
import dev.rivulet.subscription.events.InvoiceWrittenOff;
import dev.rivulet.subscription.ledger.Cause;
import dev.rivulet.subscription.ledger.CustomerBalances;
import dev.rivulet.subscription.ledger.Ledger;
import dev.rivulet.subscription.ledger.LedgerAccount;
import dev.rivulet.subscription.ledger.Transfer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Ends of invoices other than being paid. The invoices are held by the caller. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class InvoiceEnds {

    private final InvoiceRepository invoices;
    private final ChargeRepository charges;
    private final Redemptions redemptions;
    private final Settlements settlements;
    private final Ledger ledger;
    private final CustomerBalances balances;
    private final Outbox outbox;
    private final Sql sql;
    private final Tenants tenants;

    InvoiceEnds(
            InvoiceRepository invoices,
            ChargeRepository charges,
            Redemptions redemptions,
            Settlements settlements,
            Ledger ledger,
            CustomerBalances balances,
            Outbox outbox,
            Sql sql,
            Tenants tenants) {
        this.invoices = invoices;
        this.charges = charges;
        this.redemptions = redemptions;
        this.settlements = settlements;
        this.ledger = ledger;
        this.balances = balances;
        this.outbox = outbox;
        this.sql = sql;
        this.tenants = tenants;
    }

    /** Takes a draft back: its charges wait for an invoice again. */
    void discard(Invoice draft) {
        if (draft.status != InvoiceStatus.DRAFT) {
            throw Rejected.conflict("invoice-not-draft", draft.status);
        }
        redemptions.release(draft.id);
        sql.update(
                "UPDATE charge SET status = 'PENDING', invoice_id = NULL, position = NULL, discount_minor = 0,"
                        + " tax_minor = 0, tax_percent = NULL, tax_inclusive = false, tax_rate = NULL, taxes = NULL"
                        + " WHERE tenant_id = ? AND invoice_id = ?",
                tenants.current(),
                draft.id);
        invoices.delete(draft);
        invoices.flush();
    }

    /** Undoes an issued invoice: in the books, in the balance, in its coupons. */
    void undo(Invoice invoice, String reason, LocalDate on) {
        if (!invoice.status.isOpen() && invoice.status != InvoiceStatus.PAID) {
            throw Rejected.conflict("invoice-not-voidable", invoice.status);
        }
        if (invoice.paidMinor > invoice.balanceMinor + invoice.creditedMinor) {
            throw Rejected.conflict("invoice-has-payments", invoice.paid());
        }
        var lines = charges.ofInvoice(invoice.id).stream().map(line -> line.id).toList();
        if (charges.count(
                        "creditOf in ?1 and invoiceId is distinct from ?2 and status in (?3, ?4)",
                        lines,
                        invoice.id,
                        ChargeStatus.PENDING,
                        ChargeStatus.INVOICED)
                > 0) {
            throw Rejected.conflict("invoice-credited");
        }
        settlements.tellVoided(invoice, on);
        giveBackBalance(invoice, on);
        book(invoice, on);
        redemptions.release(invoice.id);
        sql.update(
                "UPDATE charge SET status = 'VOID' WHERE tenant_id = ? AND invoice_id = ?",
                tenants.current(),
                invoice.id);
        invoice.status = InvoiceStatus.VOID;
        invoice.closedReason = reason;
        invoice.paidMinor = 0;
        invoice.balanceMinor = 0;
        invoice.lastPaidOn = null;
        invoices.flush();
        outbox.publish(
                InvoiceVoided.TYPE,
                invoice.id,
                invoice.version,
                new InvoiceVoided(
                        invoice.id,
                        Objects.requireNonNull(invoice.numberText()),
                        invoice.accountId,
                        invoice.total,
                        reason,
                        on));
    }

    void writeOff(Invoice invoice, String reason, LocalDate on) {
        if (!invoice.status.isOpen()) {
            throw Rejected.conflict("invoice-not-open", invoice.status);
        }
        var due = invoice.due();
        invoice.status = InvoiceStatus.UNCOLLECTIBLE;
        invoice.closedReason = reason;
        invoices.flush();
        post(LedgerAccount.BAD_DEBT, LedgerAccount.RECEIVABLE, invoice, due, on);
        outbox.publish(
                InvoiceWrittenOff.TYPE,
                invoice.id,
                invoice.version,
                new InvoiceWrittenOff(
                        invoice.id,
                        Objects.requireNonNull(invoice.numberText()),
                        invoice.accountId,
                        invoice.total,
                        due,
                        reason,
                        on));
    }

    /** Money came for an invoice that was given up: so much of it is no bad debt after all, and no more. */
    void recover(Invoice invoice, Settlement.Taken taken, Money amount, LocalDate on) {
        post(LedgerAccount.RECEIVABLE, LedgerAccount.BAD_DEBT, invoice, amount, on);
        invoice.take(taken, on);
        if (taken.status() != InvoiceStatus.PAID) {
            invoice.status = InvoiceStatus.UNCOLLECTIBLE;
        }
    }

    /** Money that paid a part of an invoice that was given up is gone again: that part is given up too. */
    void loseAgain(Invoice invoice, Money amount, LocalDate on) {
        invoice.giveBack(amount);
        invoice.status = InvoiceStatus.UNCOLLECTIBLE;
        post(LedgerAccount.BAD_DEBT, LedgerAccount.RECEIVABLE, invoice, amount, on);
    }

    private void post(LedgerAccount debit, LedgerAccount credit, Invoice invoice, Money amount, LocalDate on) {
        var cause = new Cause(Cause.Kind.WRITE_OFF, invoice.id);
        ledger.post(List.of(new Transfer(debit, credit, invoice.accountId, amount, cause, on)));
    }

    private void giveBackBalance(Invoice invoice, LocalDate on) {
        var cause = new Cause(Cause.Kind.INVOICE_VOID, invoice.id);
        if (invoice.balanceMinor > 0) {
            balances.credit(
                    invoice.accountId, invoice.money(invoice.balanceMinor), LedgerAccount.RECEIVABLE, cause, on);
        }
        if (invoice.toBalanceMinor > 0) {
            var wanted = invoice.money(invoice.toBalanceMinor);
            var taken = balances.use(invoice.accountId, wanted, LedgerAccount.RECEIVABLE, cause, on);
            if (!taken.equals(wanted)) {
                throw Rejected.conflict("invoice-balance-spent", wanted);
            }
        }
    }

    private void book(Invoice invoice, LocalDate on) {
        var transfers = new ArrayList<Transfer>();
        reverse(
                invoice,
                LedgerAccount.REVENUE,
                invoice.money(invoice.subtotalMinor - invoice.discountMinor),
                on,
                transfers);
        reverse(invoice, LedgerAccount.TAX_PAYABLE, invoice.money(invoice.taxMinor), on, transfers);
        ledger.post(transfers);
    }

    private static void reverse(
            Invoice invoice, LedgerAccount earned, Money amount, LocalDate on, List<Transfer> transfers) {
        var cause = new Cause(Cause.Kind.INVOICE_VOID, invoice.id);
        if (amount.minor() > 0) {
            transfers.add(new Transfer(earned, LedgerAccount.RECEIVABLE, invoice.accountId, amount, cause, on));
        } else if (amount.isNegative()) {
            transfers.add(
                    new Transfer(LedgerAccount.RECEIVABLE, earned, invoice.accountId, amount.negate(), cause, on));
        }
    }
}

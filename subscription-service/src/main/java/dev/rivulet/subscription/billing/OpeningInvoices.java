package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.account.PayerProfiles;
import dev.rivulet.subscription.billing.domain.AssembledInvoice;
import dev.rivulet.subscription.billing.domain.AssembledInvoice.Kind;
import dev.rivulet.subscription.billing.domain.AssembledInvoice.Line;
import dev.rivulet.subscription.billing.domain.NewCharge;
import dev.rivulet.subscription.ledger.Cause;
import dev.rivulet.subscription.ledger.Ledger;
import dev.rivulet.subscription.ledger.LedgerAccount;
import dev.rivulet.subscription.ledger.Transfer;
import dev.rivulet.subscription.rating.domain.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Takes over invoices of which something is still to be paid. Revenue and tax were booked where they were issued, so that
 * here only the debt is: what the invoice books as revenue goes to the opening account at once.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OpeningInvoices {

    private final PayerLocks locks;
    private final PayerProfiles profiles;
    private final InvoiceWriter writer;
    private final Ledger ledger;

    OpeningInvoices(PayerLocks locks, PayerProfiles profiles, InvoiceWriter writer, Ledger ledger) {
        this.locks = locks;
        this.profiles = profiles;
        this.writer = writer;
        this.ledger = ledger;
    }

    /**
     * A debt from elsewhere.
     *
     * @param amount what is still to be paid, tax included
     * @param issuedOn and {@code dueOn} in the payer's zone
     */
    public record Debt(Money amount, LocalDate issuedOn, LocalDate dueOn, String description) {}

    /** Issues an invoice of this service over the debt of a payer; its id. */
    public UUID take(Payer payer, Debt debt) {
        if (!payer.id().equals(payer.payerId())) {
            throw Rejected.unprocessable("account-not-payer", "/account");
        }
        locks.lock(payer.id());
        var profile = profiles.of(List.of(payer.id())).getFirst();
        var bill = new Bill(InvoiceWriter.newId(), payer.id(), profile.legalEntity(), invoice(payer, debt), null, null);
        writer.place(InvoiceWriter.lines(bill));
        writer.issue(List.of(bill));
        ledger.post(List.of(new Transfer(
                LedgerAccount.REVENUE,
                LedgerAccount.OPENING,
                payer.id(),
                debt.amount(),
                new Cause(Cause.Kind.MIGRATION, bill.id()),
                debt.issuedOn())));
        return bill.id();
    }

    private static AssembledInvoice invoice(Payer payer, Debt debt) {
        var nothing = Money.zero(debt.amount().currency());
        var charge = charge(payer, debt);
        return new AssembledInvoice(
                Kind.INVOICE,
                debt.issuedOn(),
                debt.dueOn(),
                null,
                charge.used(),
                List.of(new Line(charge, nothing, List.of())),
                debt.amount(),
                nothing,
                nothing,
                debt.amount(),
                nothing,
                nothing,
                false,
                List.of());
    }

    private static NewCharge charge(Payer payer, Debt debt) {
        var id = InvoiceWriter.newId();
        var day = new Period(debt.issuedOn(), debt.issuedOn().plusDays(1));
        return new NewCharge(
                id,
                payer.id(),
                payer.id(),
                null,
                "opening",
                "ONE_OFF",
                id,
                null,
                day,
                day,
                BigDecimal.ONE,
                debt.amount().decimal(),
                debt.amount(),
                null,
                null,
                debt.description(),
                null,
                Charges.explanation("opening", debt.amount()),
                debt.issuedOn(),
                null,
                false);
    }
}

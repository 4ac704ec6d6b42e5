package dev.rivulet.subscription.billing;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import dev.rivulet.subscription.billing.domain.AssembledInvoice;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import dev.rivulet.subscription.billing.domain.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do to invoices by hand. */
@ApplicationScoped
@Transactional
class InvoiceCommands {

    private final HeldInvoice held;
    private final InvoiceEnds ends;
    private final Drafts drafts;
    private final Rebilling rebilling;
    private final Accounts accounts;
    private final PayerLocks locks;
    private final PayerWake wake;
    private final Assembling assembling;
    private final LateUsage late;
    private final ChargeRows rows;
    private final InvoiceWriter writer;
    private final ChargeRepository charges;
    private final TenantClock clock;

    InvoiceCommands(
            HeldInvoice held,
            InvoiceEnds ends,
            Drafts drafts,
            Rebilling rebilling,
            Accounts accounts,
            PayerLocks locks,
            PayerWake wake,
            Assembling assembling,
            LateUsage late,
            ChargeRows rows,
            InvoiceWriter writer,
            ChargeRepository charges,
            TenantClock clock) {
        this.held = held;
        this.ends = ends;
        this.drafts = drafts;
        this.rebilling = rebilling;
        this.accounts = accounts;
        this.locks = locks;
        this.wake = wake;
        this.assembling = assembling;
        this.late = late;
        this.rows = rows;
        this.writer = writer;
        this.charges = charges;
        this.clock = clock;
    }

    /** Invoices whatever is pending and due, without waiting for the billing day or for more. */
    InvoiceView invoiceNow(UUID accountId) {
        var payer = accounts.payer(accountId).orElseThrow(() -> Rejected.notFound("account", accountId));
        if (!payer.payerId().equals(accountId)) {
            throw Rejected.conflict("account-rolled-up", payer.payerId());
        }
        locks.lock(accountId);
        rows.insert(late.claim(List.of(accountId), clock.now()).stream()
                .map(ChargeRows.Placed::pending)
                .toList());
        var outcome = assembling.assembleNow(accountId, clock.now());
        if (!(outcome.outcome() instanceof Outcome.Issue issue)
                || issue.invoice().kind() == AssembledInvoice.Kind.CREDIT_NOTE) {
            throw Rejected.conflict("nothing-to-invoice");
        }
        var written = writer.write(List.of(), List.of(outcome));
        wake.now(accountId);
        return view(written.invoiceIds().getFirst());
    }

    InvoiceView finalizeDraft(UUID id, @Nullable String ifMatch) {
        var draft = held.hold(id, ifMatch);
        if (draft.status != InvoiceStatus.DRAFT) {
            throw Rejected.conflict("invoice-not-draft", draft.status);
        }
        drafts.finalizeNow(draft, held.today(draft));
        // What is given back of it waits until it is final.
        wake.now(draft.accountId);
        return view(id);
    }

    void discard(UUID id, @Nullable String ifMatch) {
        var draft = held.hold(id, ifMatch);
        var payer = draft.accountId;
        ends.discard(draft);
        wake.now(payer);
    }

    InvoiceView undo(UUID id, @Nullable String ifMatch, String reason) {
        var invoice = held.hold(id, ifMatch);
        ends.undo(invoice, reason, held.today(invoice));
        return view(id);
    }

    InvoiceView writeOff(UUID id, @Nullable String ifMatch, String reason) {
        var invoice = held.hold(id, ifMatch);
        ends.writeOff(invoice, reason, held.today(invoice));
        return view(id);
    }

    /** Voids an invoice and assembles its charges anew, as the payer is to be invoiced now. */
    InvoiceView rebill(UUID id, @Nullable String ifMatch, String reason) {
        var invoice = held.hold(id, ifMatch);
        ends.undo(invoice, reason, held.today(invoice));
        return view(rebilling.rebill(id, invoice.accountId));
    }

    private InvoiceView view(UUID id) {
        return InvoiceView.of(held.again(id), charges.ofInvoice(id));
    }
}

package dev.rivulet.subscription.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What billing has made of payers since a moment that an id stands for: ids rise with time. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Outcomes {

    private static final String SINCE = "accountId in ?1 and id > ?2 order by id";

    private final InvoiceRepository invoices;
    private final CreditNoteRepository creditNotes;
    private final ChargeRepository charges;
    private final ChargeViews views;

    Outcomes(
            InvoiceRepository invoices, CreditNoteRepository creditNotes, ChargeRepository charges, ChargeViews views) {
        this.invoices = invoices;
        this.creditNotes = creditNotes;
        this.charges = charges;
        this.views = views;
    }

    /** Who was asked for anything of a subscription, or is to be: most have had one payer all the time. */
    public Set<UUID> payersOf(UUID subscription) {
        return charges.payersOf(subscription);
    }

    public List<InvoiceView> invoices(Set<UUID> payers, UUID since) {
        return invoices.list(SINCE, payers, since).stream()
                .map(invoice -> InvoiceView.of(invoice, charges.ofInvoice(invoice.id)))
                .toList();
    }

    public List<CreditNoteView> creditNotes(Set<UUID> payers, UUID since) {
        return creditNotes.list(SINCE, payers, since).stream()
                .map(note -> CreditNoteView.of(note, charges.list("creditNoteId = ?1 order by position", note.id)))
                .toList();
    }

    /** Every charge that stands, invoiced or not, with its explanation. */
    public List<LineExplanation> explained(UUID payer, UUID since) {
        return charges
                .list(
                        "payerId = ?1 and id > ?2 and status in ?3 order by id",
                        payer,
                        since,
                        List.of(ChargeStatus.INVOICED, ChargeStatus.PENDING))
                .stream()
                .map(LineExplanation::of)
                .toList();
    }

    /** Charges that wait for the next invoice. */
    public List<ChargeView> pending(Set<UUID> payers, UUID since) {
        return views.of(charges.list(
                "payerId in ?1 and id > ?2 and status = ?3 order by id", payers, since, ChargeStatus.PENDING));
    }
}

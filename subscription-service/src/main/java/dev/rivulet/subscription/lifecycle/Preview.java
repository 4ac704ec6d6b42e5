package dev.rivulet.subscription.lifecycle;

import dev.rivulet.subscription.billing.ChargeView;
import dev.rivulet.subscription.billing.CreditNoteView;
import dev.rivulet.subscription.billing.InvoiceView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a decision would bring about. Nothing of it has happened; ids and numbers are those of the rehearsal.
 *
 * @param invoices exactly those that would result, drafts too
 * @param pending charges that would wait for the next invoice
 */
@Schema(name = "DecisionPreview")
public record Preview(
        SubscriptionView subscription,
        List<InvoiceView> invoices,
        List<CreditNoteView> creditNotes,
        List<ChargeView> pending) {}

package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.domain.AssembledInvoice;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way to the customer.
 *
 * @param replaces the void invoice in whose place it comes
 * @param correction of an invoice, where it is a credit note made by hand
 */
record Bill(
        UUID id,
        UUID payerId,
        String legalEntity,
        AssembledInvoice invoice,
        @Nullable UUID replaces,
        @Nullable Correction correction) {

    /** The same as a credit note that takes something off what is due. */
    Bill applying(@Nullable UUID correctedInvoice, Money applied) {
        return new Bill(id, payerId, legalEntity, invoice, replaces, new Correction(correctedInvoice, null, applied));
    }

    boolean isInvoice() {
        return invoice.kind() == AssembledInvoice.Kind.INVOICE;
    }

    @Nullable
    UUID correctedInvoice() {
        return correction == null ? null : correction.invoiceId();
    }

    @Nullable
    String correctionReason() {
        return correction == null ? null : correction.reason();
    }

    /** What it takes off what is due on the invoice it corrects. */
    Money applied() {
        return correction == null ? Money.zero(invoice.total().currency()) : correction.applied();
    }

    /** The subscription of the first line that has one. */
    @Nullable
    UUID subscriptionId() {
        for (var line : invoice.lines()) {
            if (line.charge().subscriptionId() != null) {
                return line.charge().subscriptionId();
            }
        }
        return null;
    }

    /** A bill with its number, paid from the balance as far as that went. */
    record Final(Bill bill, long number, Money balanceUsed) {

        String numberText() {
            return DocumentNumber.text(bill.invoice().kind(), bill.legalEntity(), number);
        }

        InvoiceStatus status() {
            return InvoiceStatus.of(bill.invoice().total(), balanceUsed);
        }

        /** Something was paid, or nothing was to be. */
        boolean hasPayment() {
            return status() != InvoiceStatus.FINALIZED;
        }

        boolean isPaid() {
            return status() == InvoiceStatus.PAID;
        }
    }
}

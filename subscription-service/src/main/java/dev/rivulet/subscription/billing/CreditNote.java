package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.domain.AssembledInvoice.Kind;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A credit note, which never changes; written by {@link InvoiceRows}. */
@Entity
@Immutable
@Table(name = "credit_note")
class CreditNote {

    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column
    long number;

    @Column(name = "legal_entity")
    String legalEntity;

    @Column(name = "account_id")
    UUID accountId;

    /** What it corrects; null where it gives back what several invoices asked for. */
    @Nullable
    @Column(name = "invoice_id")
    UUID invoiceId;

    @Column(name = "subtotal_minor")
    long subtotalMinor;

    @Column(name = "discount_minor")
    long discountMinor;

    @Column(name = "tax_minor")
    long taxMinor;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "total_minor"))
    Money total;

    /** What it took off what was due on the invoice. */
    @Column(name = "applied_minor")
    long appliedMinor;

    @Column(name = "issue_date")
    LocalDate issueDate;

    @Nullable
    String reason;

    String numberText() {
        return DocumentNumber.text(Kind.CREDIT_NOTE, legalEntity, number);
    }

    Money money(long minor) {
        return new Money(minor, total.currency());
    }
}

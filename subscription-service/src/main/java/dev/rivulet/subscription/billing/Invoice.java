package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.subscription.billing.domain.AssembledInvoice.Kind;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import dev.rivulet.subscription.billing.domain.Settlement;
import dev.rivulet.subscription.events.InvoicePaid;
import dev.rivulet.subscription.events.InvoiceReopened;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice, written many at a time by {@link InvoiceRows}. Once issued only what was paid of it and its end change;
 * the database refuses the rest.
 */
@Entity
class Invoice extends TenantEntity {

    /** Gapless for the seller; null while it is a draft. */
    @Nullable
    @Column(insertable = false, updatable = false)
    Long number;

    @Column(name = "legal_entity", updatable = false)
    String legalEntity;

    /** Who pays. */
    @Column(name = "account_id", updatable = false)
    UUID accountId;

    @Nullable
    @Column(name = "subscription_id", updatable = false)
    UUID subscriptionId;

    @Column
    @Enumerated(EnumType.STRING)
    InvoiceStatus status;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "total_minor", updatable = false))
    Money total;

    @Column(name = "subtotal_minor", updatable = false)
    long subtotalMinor;

    @Column(name = "discount_minor", updatable = false)
    long discountMinor;

    @Column(name = "tax_minor", updatable = false)
    long taxMinor;

    /** What credits came to beyond the charges. */
    @Column(name = "to_balance_minor", updatable = false)
    long toBalanceMinor;

    /** What of the paid came from the customer's balance when it was issued. */
    @Column(name = "balance_minor")
    long balanceMinor;

    /** What credit notes gave back. */
    @Column(name = "credited_minor")
    long creditedMinor;

    @Column(name = "paid_minor")
    long paidMinor;

    @Column(name = "issue_date", updatable = false)
    LocalDate issueDate;

    @Column(name = "due_date", updatable = false)
    LocalDate dueDate;

    @Column(name = "period_start", updatable = false)
    LocalDate periodStart;

    @Column(name = "period_end", updatable = false)
    LocalDate periodEnd;

    @Nullable
    @Column(name = "finalize_on")
    LocalDate finalizeOn;

    @Column(name = "below_minimum", updatable = false)
    boolean belowMinimum;

    @Nullable
    @Column(name = "replaces_id", updatable = false)
    UUID replacesId;

    /** Why it is void or written off. */
    @Nullable
    @Column(name = "closed_reason")
    String closedReason;

    /** Latest day money for it was received; the day of issue where nothing was to be paid. */
    @Nullable
    @Column(name = "last_paid_on")
    LocalDate lastPaidOn;

    /** The number as it is printed; null while it is a draft. */
    @Nullable
    String numberText() {
        return number == null ? null : DocumentNumber.text(Kind.INVOICE, legalEntity, number);
    }

    Money paid() {
        return money(paidMinor);
    }

    /** What is still to be paid. */
    Money due() {
        return status == InvoiceStatus.VOID || status == InvoiceStatus.UNCOLLECTIBLE ? money(0) : total.minus(paid());
    }

    Money money(long minor) {
        return new Money(minor, total.currency());
    }

    /** Day the last of the money was received, whatever order it was recorded in; null while something is due. */
    @Nullable
    LocalDate paidOn() {
        return status == InvoiceStatus.PAID ? lastPaidOn : null;
    }

    void take(Settlement.Taken taken, LocalDate receivedOn) {
        paidMinor = taken.paid().minor();
        status = taken.status();
        if (lastPaidOn == null || receivedOn.isAfter(lastPaidOn)) {
            lastPaidOn = receivedOn;
        }
    }

    /** Something that was paid is not any more. */
    void giveBack(Money amount) {
        var left = paid().minus(amount);
        paidMinor = left.minor();
        status = InvoiceStatus.of(total, left);
        if (left.isZero()) {
            lastPaidOn = null;
        }
    }

    OpenInvoice asOpen() {
        return asOpen(due());
    }

    /** With what was given up of it. */
    OpenInvoice asGivenUp() {
        return asOpen(total.minus(paid()));
    }

    private OpenInvoice asOpen(Money due) {
        return new OpenInvoice(
                id, accountId, Objects.requireNonNull(numberText()), total, due, issueDate, dueDate, belowMinimum);
    }

    InvoiceReopened asReopened() {
        return new InvoiceReopened(id, Objects.requireNonNull(numberText()), accountId, total, due(), dueDate);
    }

    InvoicePaid asPaid() {
        return new InvoicePaid(
                id,
                Objects.requireNonNull(numberText()),
                accountId,
                subscriptionId,
                total,
                dueDate,
                Objects.requireNonNull(paidOn()));
    }
}

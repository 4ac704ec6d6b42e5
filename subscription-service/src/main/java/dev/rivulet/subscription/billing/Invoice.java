package dev.rivulet.subscription.billing;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.subscription.billing.domain.InvoiceStatus;
import dev.rivulet.subscription.billing.domain.Settlement;
import dev.rivulet.subscription.events.InvoiceFinalized;
import dev.rivulet.subscription.events.InvoicePaid;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** An issued invoice. Only what was paid of it changes; the database refuses the rest. */
@Entity
class Invoice extends TenantEntity {

    /** Gapless for the tenant. */
    @Column(updatable = false)
    long number;

    @Column(name = "account_id", updatable = false)
    UUID accountId;

    @Column(name = "subscription_id", updatable = false)
    UUID subscriptionId;

    @Column
    @Enumerated(EnumType.STRING)
    InvoiceStatus status;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "total_minor"))
    Money total;

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

    /** Latest day money for it was received; the day of issue where nothing was to be paid. */
    @Nullable
    @Column(name = "last_paid_on")
    LocalDate lastPaidOn;

    @OneToMany(mappedBy = "invoice", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    @Fetch(FetchMode.SUBSELECT)
    List<InvoiceLine> lines = new ArrayList<>();

    /** The number as it is printed. */
    String numberText() {
        return String.format(Locale.ROOT, "INV-%06d", number);
    }

    Money paid() {
        return new Money(paidMinor, total.currency());
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

    InvoiceFinalized asFinalized() {
        return new InvoiceFinalized(
                id,
                numberText(),
                accountId,
                subscriptionId,
                total,
                issueDate,
                dueDate,
                periodStart,
                periodEnd,
                lines.stream()
                        .map(line -> new InvoiceFinalized.Line(line.planId, line.planVersion, line.amount))
                        .toList());
    }

    InvoicePaid asPaid() {
        return new InvoicePaid(
                id, numberText(), accountId, subscriptionId, total, dueDate, Objects.requireNonNull(paidOn()));
    }
}
